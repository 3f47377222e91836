#!/bin/sh
# La campagne annuelle d'un réseau : la revue de tous les membres d'un groupe, d'une année sur l'autre.
#
#   campagne-annuelle.sh GROUPE SORTIE [DATE] [--enregistrer] [--plans]
#
#   GROUPE          dossier qui contient groupe.yaml
#   SORTIE          dossier où ranger les résultats (créé au besoin), hors des dossiers de preuves
#   DATE            jour de la revue, AAAA-MM-JJ (par défaut aujourd'hui)
#   --enregistrer   garde une photographie chez chaque membre (historique/), jamais par-dessus une autre
#   --plans         crée ou met à jour le plan d'actions de chaque membre (plan-actions.csv)
#
# Sans ces deux options, rien n'est écrit chez les membres. Dans SORTIE, au jour de la revue :
#   revue-DATE.csv       une ligne par membre, pour le tableur
#   revue-DATE.json      tout le détail, pour un autre programme
#   echeances-DATE.ics   ce qui arrive à échéance, pour l'agenda
#   plans-DATE.txt       le point sur les plans d'actions, avec --plans
#
# Code de sortie : 0 aucune régression ; 1 au moins une (écart nouveau, rouvert ou aggravé) ; 2 un membre n'a pas pu
# être revu en entier, ou la campagne n'a pas pu se faire. Un écart déjà connu ne change pas le code.
#
# CEDRE désigne le programme quand il n'est pas dans le chemin : CEDRE=/opt/cedre/bin/cedre campagne-annuelle.sh …
set -eu

CEDRE=${CEDRE:-cedre}

arret() {
    printf 'Campagne arrêtée : %s\n' "$1" >&2
    exit 2
}

usage() {
    printf 'Usage : %s GROUPE SORTIE [DATE] [--enregistrer] [--plans]\n' "${0##*/}"
}

groupe='' sortie='' jour='' photographier=non plans=non
for argument in "$@"; do
    case $argument in
        -h | --help | --aide) usage && exit 0 ;;
        --enregistrer) photographier=oui ;;
        --plans) plans=oui ;;
        --*) usage >&2 && arret "option inconnue « $argument »." ;;
        *)
            if [ -z "$groupe" ]; then
                groupe=$argument
            elif [ -z "$sortie" ]; then
                sortie=$argument
            elif [ -z "$jour" ]; then
                jour=$argument
            else
                usage >&2 && arret "« $argument » est de trop."
            fi
            ;;
    esac
done
[ -n "$sortie" ] || { usage >&2 && arret 'indiquez le dossier du groupe et le dossier de sortie.'; }

# Un nom qui commence par un tiret ne doit passer pour une option ni ici ni dans cedre.
case $groupe in -*) groupe=./$groupe ;; esac
case $sortie in -*) sortie=./$sortie ;; esac

command -v "$CEDRE" >/dev/null 2>&1 ||
    arret "le programme « $CEDRE » est introuvable : ajoutez-le au chemin, ou indiquez-le dans CEDRE."
[ -f "$groupe/groupe.yaml" ] || arret "« $groupe » ne contient pas groupe.yaml : indiquez le dossier d'un groupe."

# Une seule date pour toutes les étapes, même si minuit passe entre deux.
jour=${jour:-$(date +%Y-%m-%d)}
case $jour in
    [0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]) ;;
    *) arret "« $jour » n'est pas une date : écrivez-la AAAA-MM-JJ." ;;
esac

# Les résultats d'un réseau n'ont rien à faire dans le dossier de preuves d'un membre.
ancetre=$sortie
while [ ! -d "$ancetre" ]; do
    ancetre=$(dirname "$ancetre")
done
ancetre=$(CDPATH='' cd "$ancetre" && pwd -P)
while :; do
    [ ! -f "$ancetre/structure.yaml" ] ||
        arret "« $sortie » est dans le dossier de preuves d'une structure : choisissez un dossier à part."
    [ "$ancetre" != / ] || break
    ancetre=$(dirname "$ancetre")
done
mkdir -p "$sortie" 2>/dev/null || arret "le dossier « $sortie » n'a pas pu être créé."

# Tout se prépare à part : une campagne interrompue ne laisse pas la moitié de ses résultats.
brouillon=$(mktemp -d "$sortie/.campagne.XXXXXX" 2>/dev/null) || arret "« $sortie » n'est pas accessible en écriture."
trap 'rm -rf "$brouillon"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# Lance cedre et garde dans « code » le plus fort des codes de sortie. Une régression n'arrête pas la campagne, un membre
# illisible non plus : les autres ont droit à leur revue. Un résultat qui manque, ou un défaut de cedre, l'arrête.
code=0
lancer() {
    attendu=$1
    shift
    un=0
    "$CEDRE" "$@" -q --date "$jour" -o "$brouillon/$attendu" || un=$?
    [ "$un" -le 2 ] || arret "cedre s'est terminé par le code $un."
    [ -f "$brouillon/$attendu" ] || arret "cedre n'a pas pu écrire $attendu."
    [ "$un" -le "$code" ] || code=$un
}

printf 'Revue de tous les membres au %s : échéances et détail…\n' "$jour"
lancer "revue-$jour.json" review "$groupe" --seuil-regression mineure -f json --ics "$brouillon/echeances-$jour.ics"

if [ "$plans" = oui ]; then
    printf "Plans d'actions de tous les membres…\n"
    lancer "plans-$jour.txt" plan "$groupe" --seuil jamais
fi

# Les photographies viennent en dernier : prises plus tôt, elles serviraient de référence aux étapes suivantes.
if [ "$photographier" = oui ]; then
    printf 'Tableau des membres et photographies…\n'
    lancer "revue-$jour.csv" review "$groupe" --seuil-regression mineure -f csv --enregistrer
else
    printf 'Tableau des membres…\n'
    lancer "revue-$jour.csv" review "$groupe" --seuil-regression mineure -f csv
fi

for fichier in "$brouillon"/*; do
    mv -f "$fichier" "$sortie/" || arret "« $sortie » n'est pas accessible en écriture."
done

printf '\nRésultats dans %s :\n' "$sortie"
printf '  revue-%s.csv       une ligne par membre\n' "$jour"
printf '  revue-%s.json      tout le détail\n' "$jour"
printf '  echeances-%s.ics   ce qui arrive à échéance\n' "$jour"
[ "$plans" = non ] || printf "  plans-%s.txt       le point sur les plans d'actions\n" "$jour"
[ "$photographier" = non ] || printf '  chez chaque membre, historique/ : la photographie du jour\n'
printf '\n'

case $code in
    0) printf "Campagne terminée : aucune régression.\n" ;;
    1) printf "Campagne terminée : au moins une régression (colonne « regressions » de revue-%s.csv).\n" "$jour" ;;
    *) printf "Campagne incomplète : au moins un membre n'a pas pu être revu en entier (colonne « erreur » de revue-%s.csv).\n" "$jour" ;;
esac
exit "$code"
