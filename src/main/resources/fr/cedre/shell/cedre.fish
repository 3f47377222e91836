# Complétion de cedre pour fish, écrite par « cedre completion fish ».
# À garder : cedre completion fish > ~/.config/fish/completions/cedre.fish
# Les identifiants sont ceux du jour où ce fichier a été écrit : réécrivez-le quand vos référentiels changent.

# The words before the cursor, without cedre itself.
function __cedre_before
    set -l words (commandline -opc)
    for word in $words[2..-1]
        printf '%s\n' $word
    end
end

# The command typed, if any.
function __cedre_command
    for word in (__cedre_before)
        if not string match -q -- '-*' $word
            printf '%s\n' $word
            return
        end
    end
    return 1
end

function __cedre_in
    test (__cedre_command; or echo .) = $argv[1]
end

# True when the argument being typed is number $argv[2] of the command $argv[1]; « + » is that one or any after. The other words are
# the options that take a value.
function __cedre_at
    __cedre_in $argv[1]; or return 1
    set -l count -1
    set -l skip 0
    for word in (__cedre_before)
        if test $skip = 1
            set skip 0
        else if string match -q -- '-*' $word
            contains -- $word $argv[3..-1]; and set skip 1
        else
            set count (math $count + 1)
        end
    end
    test $skip = 0; or return 1
    if string match -q '*+' $argv[2]
        test $count -ge (string replace + '' $argv[2])
    else
        test $count = $argv[2]
    end
end

# The referential asked for.
function __cedre_referential
    set -l found cedre-v2
    set -l next 0
    for word in (__cedre_before)
        if test $next = 1
            set found $word
            set next 0
        else if contains -- $word -r --referentiel
            set next 1
        else if string match -q -- '--referentiel=*' $word
            set found (string replace -- --referentiel= '' $word)
        end
    end
    printf '%s\n' $found
end

# The words read, each after what is already typed up to its last comma.
function __cedre_list
    set -l typed (commandline -ct | string replace -r -- '^--[a-z-]*=' '' | string replace -rf -- '^(.*,)[^,]*$' '$1')
    while read -l line
        printf '%s%s\n' "$typed" $line
    end
end

function __cedre_yaml
    __fish_complete_suffix .yaml
end

#data
