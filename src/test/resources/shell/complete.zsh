# complete.zsh SCRIPT LINES FILE: what Tab would offer at the end of each line typed in an interactive zsh, one per line in FILE; « #### » ends
# each.
zmodload zsh/zpty
zpty z zsh -f -i
local answer line
zpty -w z "PROMPT=; autoload -Uz compinit; compinit -u -D; source ${(q)1}"
zpty -w z 'compadd() {
    case "$*" in (*-[OAD]\ *) builtin compadd "$@"; return ;; esac
    local -a found; local one
    builtin compadd -A found "$@"
    for one in $found; do print -r -- "$one" >> '${(qq)3}'; done
    builtin compadd "$@"
}
finished() { BUFFER=; print -r -- "####" >> '${(qq)3}'; print -r FINI""SHED }
zle -N finished; bindkey "^X" finished; bindkey "^I" complete-word; print REA""DY'
zpty -r -m z answer '*READY*'
while IFS= read -r line; do
    zpty -w -n z "$line"$'\t\x18'
    zpty -r -m z answer '*FINISHED*'
done <$2
zpty -d z
