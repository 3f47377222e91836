#compdef cedre
# Complétion de cedre pour zsh, écrite par « cedre completion zsh ».
# À garder dans un dossier de fpath : cedre completion zsh > ~/.zfunc/_cedre
# Les identifiants sont ceux du jour où ce fichier a été écrit : réécrivez-le quand vos référentiels changent.

# The referential asked for.
_cedre_referential() {
    local found=cedre-v2 i
    for ((i = 1; i < CURRENT; i++)); do
        case $words[i] in
            (-r|--referentiel) (( i + 1 < CURRENT )) && found=$words[i+1] ;;
            (--referentiel=*) found=${words[i]#*=} ;;
        esac
    done
    REPLY=${(Q)found}
}

_cedre_referential_or_file() {
    _cedre_referentials "$@"
    _files -g '*.(yaml|yml)(-.)'
}

#data

if [ "$funcstack[1]" = _cedre ]; then
    _cedre "$@"
else
    compdef _cedre cedre
fi
