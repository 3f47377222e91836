# complete.fish SCRIPT LINES: what Tab would offer at the end of each line of a file, one per line; « #### » ends each.
source $argv[1]
while read -l -d \n line
    complete -C "$line"
    echo '####'
end <$argv[2]
