"""The languages that a course can have: those that the interface and the theme know how to name."""

NAMES = {
    "cs": "Čeština",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "lt": "Lietuvių",
    "pl": "Polski",
    "sk": "Slovenčina",
    "uk": "Українська",
}
