# complete.bash SCRIPT LINES: what Tab would offer at the end of each line of a file, one per line; « #### » ends each.
source "$1"
while IFS= read -r line; do
    IFS=' ' read -r -a COMP_WORDS <<<"$line"
    [[ $line != *\  ]] || COMP_WORDS+=('')
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _cedre
    [[ ${#COMPREPLY[@]} -eq 0 ]] || printf '%s\n' "${COMPREPLY[@]}"
    printf '####\n'
done <"$2"
