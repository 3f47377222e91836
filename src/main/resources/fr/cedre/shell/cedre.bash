# Complétion de cedre pour bash, écrite par « cedre completion bash ».
# À relire dans chaque session : source <(cedre completion bash)
# Les identifiants sont ceux du jour où ce fichier a été écrit : réécrivez-le quand vos référentiels changent.
# shellcheck shell=bash disable=SC2034

#data

# Adds to COMPREPLY the words of _cedre_words that begin with $1.
_cedre_keep() {
    local one
    for one in "${_cedre_words[@]}"; do
        if [[ $one == "$1"* ]]; then
            COMPREPLY+=("$2$one")
        fi
    done
}

# Names of files (-f) or folders (-d) that begin with $2. Readline knows best how to quote them.
_cedre_paths() {
    local one
    if [[ $1 == -d ]] && compopt -o dirnames 2>/dev/null; then
        return
    elif [[ $1 == -f ]] && compopt -o default 2>/dev/null; then
        return
    fi
    while IFS= read -r one; do
        COMPREPLY+=("$one")
    done < <(compgen "$1" -- "$2")
}

# Offers what a place takes: kind, what is typed, what stands before it in the same word, referential.
_cedre_offer() {
    local kind=$1 typed=$2 before=$3
    _cedre_words=()
    if [[ $kind == list\ * ]]; then
        kind=${kind#list }
        if [[ $typed == *,* ]]; then
            before=$before${typed%,*},
            typed=${typed##*,}
        fi
        [[ $kind == folder || $kind == file ]] || compopt -o nospace 2>/dev/null
    fi
    case $kind in
        folder) _cedre_paths -d "$typed" ;;
        file) _cedre_paths -f "$typed" ;;
        anything) ;;
        *)
            _cedre_names "$kind" "$4"
            _cedre_keep "$typed" "$before"
            if [[ $kind == referential && ${#COMPREPLY[@]} -eq 0 ]]; then
                _cedre_paths -f "$typed"
            fi
            ;;
    esac
}

_cedre() {
    local words=() i word value option command='' takes='' pending='' referential=cedre-v2 index=0 typed
    local _cedre_words=()
    COMPREPLY=()
    # bash cuts words at « = »: --format=json is one word here.
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ ${#words[@]} -gt 0 && ($word == '=' || ${words[${#words[@]} - 1]} == -*=) && $i -gt 1 ]]; then
            if [[ $word == '=' || ${COMP_WORDS[i - 1]} == '=' ]]; then
                words[${#words[@]} - 1]+=$word
                continue
            fi
        fi
        words+=("$word")
    done
    typed=${words[${#words[@]} - 1]}
    for ((i = 0; i < ${#words[@]} - 1; i++)); do
        word=${words[i]}
        if [[ -z $command ]]; then
            [[ $word == -* ]] || command=$word
        elif [[ $word == -?* ]]; then
            option=${word%%=*}
            value=${word#*=}
            _cedre_takes "$command" "$option"
            if [[ -n $takes && $word != *=* ]]; then
                i=$((i + 1))
                value=${words[i]}
                if ((i == ${#words[@]} - 1)); then
                    pending=$takes
                fi
            fi
            if [[ $option == -r || $option == --referentiel ]]; then
                referential=$value
            fi
        else
            index=$((index + 1))
        fi
    done
    if [[ -n $pending ]]; then
        _cedre_offer "$pending" "$typed" '' "$referential"
    elif [[ -n $command && $typed == --*=* ]]; then
        option=${typed%%=*}
        _cedre_takes "$command" "$option"
        # Readline replaces what follows « = » when bash cuts words there, else the whole word.
        if [[ ${COMP_WORDS[COMP_CWORD]} == --*=* ]]; then
            _cedre_offer "${takes:-anything}" "${typed#*=}" "$option=" "$referential"
        else
            _cedre_offer "${takes:-anything}" "${typed#*=}" '' "$referential"
        fi
    elif [[ $typed == -* ]]; then
        _cedre_options "$command"
        _cedre_keep "$typed" ''
    elif [[ -z $command ]]; then
        _cedre_offer command "$typed" '' ''
    else
        _cedre_place "$command" "$index"
        _cedre_offer "${takes:-anything}" "$typed" '' "$referential"
    fi
}

complete -F _cedre cedre
