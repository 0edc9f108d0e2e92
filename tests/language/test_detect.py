"""Which texts are English: all that are, however they are written; and which are not, where there is enough to tell.

Gathered: invented news in English in the shapes that have fooled detectors (capitals, names of other countries, lists,
broken encodings, police logs), and the example sentences of spaCy's languages for the others.
"""

import importlib
import pkgutil
import time
from dataclasses import replace

import pytest
import spacy.lang

from newsfacts.extract import Extractor
from newsfacts.language.detect import Languages, languages
from newsfacts.options import Options
from newsfacts.record import WarningCode

STORY = (
    "Two men who were held on Monday after the search of a garage in Brackwater have been charged with theft, the "
    "force said. Officers found 14 kilograms of cannabis and £3,200 in cash, and they said that further arrests would "
    "follow."
)
ENGLISH = {
    "prose": STORY,
    "capitals": STORY.upper(),
    "small letters": STORY.lower(),
    "a broken encoding": STORY.replace("£", "\u201d\u201c£").encode().decode("cp1252", "replace"),
    "a headline": "2 held, 14kg cannabis seized in Brackwater raid",
    "one word": "Held",
    "no word": "12345 - 67.8 %",
    "a police log": (
        "1402 Theft, 100 block Main St. 1533 Vandalism, 400 Elm. 1610 Alarm, Oak Ave, false. 1702 Larceny, bicycle"
    ),
    "names of Nigeria": (
        "Others are Okwudili Nnakwe, Musa Danladi Bako, Oluwaseun Adebisi Falade, Chinedu Obiora Eze, Aminu Garba"
    ),
    "names of China and Vietnam": (
        "Zhang Weimin, Liu Jianguo and Nguyen Van Thanh were told by Chen Xiaoping that they should leave"
    ),
    "names with titles": (
        "CP Adamu Bello Sokoto, DCP Uche Nwosu Aba, ACP Tunde Bakare Epe, CSP Ngozi Okoro Enugu, SP Isa Kano"
    ),
    "a quotation in Spanish": (
        f'{STORY} "No sabemos nada de lo que pasó aquella noche en la casa", dijo una vecina. {STORY}'
    ),
    "figures of a report": (
        "Burglary 1,240 (-12%) Robbery 310 (+4%) Theft 8,900 (-2%) Fraud 2,115 (+31%) Arson 45 (0%) Total 12,610"
    ),
    "a menu above": f"Home | News | Sport | Weather | Contact | Search | Login | Menu | Shop | Jobs | About\n{STORY}",
    "Chinese names in brackets": f"{STORY} He is known as Wang Lei (王磊) and his company as 嘉兴市公安局.",
    "markup": (
        'data-srcset="https://example.org/a/490x275!/format/webp/quality/90/?url=https%3A%2F%2Fexample.org" class="img"'
    ),
}


@pytest.fixture(scope="module")
def told() -> Languages:
    return languages()


@pytest.mark.parametrize("name", ENGLISH)
def test_english_stays_english(name: str, told: Languages) -> None:
    assert told.of(ENGLISH[name]) == "en"


OTHERS = {
    "es": "La policía detuvo el lunes en Puebla a tres hombres de entre 20 y 33 años tras el registro de una bodega.",
    "fr": "La police a interpellé lundi à Lyon trois hommes soupçonnés d'avoir volé des voitures dans toute la région.",
    "de": "DIE POLIZEI HAT AM MONTAG IN BONN NACH EINER RAZZIA IN DER ALTSTADT DREI MÄNNER FESTGENOMMEN.",
    "it": (
        "La polizia ha arrestato lunedì a Torino tre uomini sospettati di aver rubato decine "
        "di automobili nella regione."
    ),
    "pt": "A polícia prendeu na segunda-feira três homens suspeitos de roubar dezenas de carros na região de Campinas.",
    "nl": (
        "De politie heeft maandag in Breda drie mannen aangehouden die ervan worden verdacht auto's te hebben gestolen."
    ),
    "vi": "Công an đã bắt giữ ba người đàn ông 38 tuổi vào thứ Hai sau khi khám xét một nhà kho ở ngoại ô thành phố.",
    "tr": (
        "Polis pazartesi günü kentte düzenlenen operasyonda otuz üç kişiyi gözaltına aldı ve "
        "çok sayıda silah ele geçirdi."
    ),
    "zh": "警方周一逮捕了两名男子，搜查中发现了五公斤毒品和三百万元现金。",
    "ja": "警察は月曜日、倉庫を捜索し、男3人を逮捕した。",
    "ko": "경찰은 월요일 창고를 수색해 남성 3명을 체포했다.",
    "ru": "Полиция в понедельник задержала трёх мужчин после обыска на складе на окраине города, сообщили в ведомстве.",
    "ar": "ألقت الشرطة القبض يوم الاثنين على ثلاثة رجال بعد تفتيش مستودع في ضواحي المدينة وصادرت أسلحة.",
    "hi": "पुलिस ने सोमवार को शहर के बाहरी इलाके में एक गोदाम की तलाशी के बाद तीन लोगों को गिरफ्तार किया।",
    "el": "Η αστυνομία συνέλαβε τη Δευτέρα τρεις άνδρες μετά από έρευνα σε αποθήκη στα περίχωρα της πόλης.",
}


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_named(code: str, told: Languages) -> None:
    assert told.of(OTHERS[code]) == code


def test_no_language_of_spacy_is_taken_for_english_where_there_is_enough_of_it(told: Languages) -> None:
    seen = 0
    for module in pkgutil.iter_modules(spacy.lang.__path__):
        try:
            sentences = importlib.import_module(f"spacy.lang.{module.name}.examples").sentences
        except ModuleNotFoundError:
            continue
        seen += 1
        if module.name != "dsb":  # Lower Sorbian, which the detector does not know
            assert (told.of("\n".join(sentences)) == "en") == (module.name == "en"), module.name
    assert seen > 50


def test_a_page_in_two_languages_is_what_most_of_it_is_in(told: Languages) -> None:
    assert told.of("\n".join([STORY, OTHERS["es"]] * 8)) == "en"
    assert told.of("\n".join([STORY, *[OTHERS["es"]] * 60, STORY])) == "es"
    assert told.of(f"{STORY}\n{OTHERS['ru']}") == "en"


def test_the_language_of_a_long_text_costs_no_more_than_that_of_a_short_one(told: Languages) -> None:
    long = f"{STORY}\n" * 20_000
    began = time.perf_counter()
    assert told.of(long) == "en"
    assert time.perf_counter() - began < 0.05


def test_a_text_that_is_not_english_has_a_record_with_a_warning_and_no_facts(extractor: Extractor) -> None:
    record = extractor.extract(OTHERS["es"])
    assert (record.language, record.facts, record.people) == ("es", [], [])
    assert [warning.code for warning in record.warnings] == [WarningCode.NOT_ENGLISH]
    assert (record.sections[0].start_char, record.sections[-1].end_char) == (0, len(OTHERS["es"]))
    first, second = extractor.extract(STORY), extractor.extract("2 held")
    assert (first.language, second.language) == ("en", "en")
    assert first.facts


def test_any_language_is_read_where_the_user_asks_for_it(extractor: Extractor) -> None:
    record = replace(extractor, options=Options(any_language=True)).extract(OTHERS["es"])
    assert record.language == "es"
    assert not record.warnings
    assert record.facts
