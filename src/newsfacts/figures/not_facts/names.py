"""Refusals of numbers that name something: codes, labels, sections, plates, models, list items, hotlines."""

import re

from newsfacts.figures.not_facts.around import Around, refusal
from newsfacts.figures.numbers import Form
from newsfacts.language.phrases import VERB_TAGS
from newsfacts.language.pipeline import Token
from newsfacts.lexicons.function_words import any_of, cue_words, function_words

__all__ = ["CODES", "LABELS", "NAMES", "SHAPES"]

_TO_A_RANK = function_words("to a rank")
_LEFT_A_NUMBER = cue_words("behind a figure")
_NEXT_WORD = re.compile(r"\s?([A-Za-z]+)\b")
_QUOTED_NAME = re.compile(r"['‘“\"][\w-]+\s$")
_QUOTE_ENDS = re.compile(r"['’”\"](?!\w)")
_EMERGENCY = re.compile(rf"\s+(?:emergency\s+)?(?:{any_of('emergency line')})\b")
_LINE = re.compile(rf"\b(?:(?:{any_of('line verb')})\w*|{any_of('line noun')})\b", re.I)
_PLATE_BEFORE = re.compile(r"(?:^|[\s(“\"'‘])[A-Z]{2,3}[\s-]?(?:\d{1,2}[\s-]?[A-Z]{1,3}[\s-]?)?$")
_PLATE_AFTER = re.compile(r"[\s-]?[A-Z]{2,3}(?![\w-])(?:[\s-]?\d{4}(?!\d))?")
_PLATE_ENDS = re.compile(r"(?![\w,.]*\d)(?:[\s,.;)”\"’]|$)")
_RANKED = re.compile(
    r"\brank(?:s|ed|ing|ings)?\b[^.;]{0,40}$|\b\d+(?:st|nd|rd|th)\s+(?:place\s+|spot\s+)?(?:out\s+)?(?:of|among)\s+$",
    re.I,
)
_RANK_OF = re.compile(rf"\s+(?:{any_of('out of')})\s+(?:the\s+)?\d", re.I)
_OF_RANK = re.compile(
    rf"\d\s+(?:{any_of('out of')})\s+(?:the\s+)?$|\d(?:st|nd|rd|th)\s+(?:place\s+|spot\s+)?(?:out\s+)?(?:of|among)\s+$",
    re.I,
)
_POINTS = re.compile(r"[\s-]+(?P<basis>basis\s+)?points?\b", re.I)
_SPACED_HYPHEN = re.compile(r"\b(?P<word>\w+)\s[-‐‑–]$")
_ZERO_BEHIND = re.compile(r"[-‐‑]0\d")
_WEB_BEFORE = re.compile(r"(?:\b[a-z]+://|\bwww\.|\b[\w-]+\.[a-z]{2,6}/)\S*$", re.I)
_TIMES = ("x", "×")
_SIZE = re.compile(r"\d\s*[x×]\s*$")
_LEVEL = re.compile(r"(?:\s+|[-‐‑])levels?\b", re.I)
_SUPERLATIVE = re.compile(r"\s+(?:(?:Most|Best|Worst)\s+)+[A-Z]\w+(?:\s+[A-Z]\w+)?\s+(?:[Ll]ist|[Ff]ugitive)\b")


def _glued(around: Around) -> bool:
    after = around.number.parts[1].after if around.number.parts else around.number.after
    before = around.number.before
    if re.match(r"\s*(?:st|nd|rd|th)\b", around.after):
        return True  # an ordinal whose ending was broken off
    if after and after.lower() not in _LEFT_A_NUMBER:
        return True
    if before.strip("-‐‑–.#/:").isalpha():
        return True
    following = _NEXT_WORD.match(around.after[len(after) :])
    if following and following[1].lower() in around.words.classes["distance"] and after.lower() == "k":
        return True  # a 10k run
    if following and (following[1].lower() in around.words.classes["no count"]):
        return True  # "JPG - 13 KB", "400k cash"
    return before in ("-", "‐", "‑") and bool(re.search(r"\w[-‐‑]$", around.before))


def _mark(around: Around) -> bool:
    if around.word_before == "per" or (_QUOTED_NAME.search(around.before) and _QUOTE_ENDS.match(around.after)):
        return True  # 58 per 1,000; the 'fatal five'
    if around.number.form is Form.WORDS:
        return False
    if around.before.endswith("##") or around.before.endswith("## "):
        return False  # a heading mark
    if around.number.before in ("#", "/", ":") or around.before.endswith(
        ("#", "# ", "/", "@", "_", "=", "+", "·", "・")
    ):
        return True
    if around.before.rstrip().endswith(_TIMES) and _SIZE.search(around.before):
        return True  # the second 4 of "4x4"
    return bool(re.match(r"[/:·・]\d|[-–]\d|_|=|@|\.\d|\s*[+=×x]\s*\d", around.after))


def _label(around: Around) -> bool:
    """See a number that names what stands before it: Flat 5, Route 66, COVID -19."""
    word = around.word_before
    spaced = _SPACED_HYPHEN.search(around.before)
    if spaced and spaced["word"].lower() in around.words.classes["label"]:
        return True  # COVID -19 tests
    if around.number.scale > 1 or not word:
        return False
    token = around.sentence.token_at(around.number.start)
    before = around.sentence.tokens[token.position - 1] if token and token.position else None
    if before is not None and before.tag in VERB_TAGS and word == "number":
        return False  # "the victims number 12"
    plain = word.rstrip(".")
    if around.before.rstrip().endswith("Year") and around.number.value < 14:
        return True  # "Year 6 pupils": a class of a school
    things = around.things_follow
    if plain in around.words.classes["label"] or word in around.words.classes["label"]:
        return not (things and around.bounded)
    coordinated = re.search(r"\b([\w.]+)s?\.?\s+(?:\d+[\w()]*(?:,\s*|\s+and\s+|\s*/\s*))+$", around.before)
    if coordinated and coordinated[1].lower().rstrip(".") in around.words.classes["label"] and not things:
        return True
    titled = around.number.form is Form.WORDS and _titled(around, before)
    return plain in around.words.classes["weak label"] and (titled or not things)


def _titled(around: Around, before: Token | None) -> bool:
    """See capitals on a label and on the number word behind it: "AIG Zone Two Lagos"."""
    written = around.sentence.slice(around.number.start, around.number.end)
    return before is not None and before.text.istitle() and written.istitle() and before.position > 0


def _hotline(around: Around) -> bool:
    number = around.number
    if around.word_before in _TO_A_RANK and not _LINE.search(around.before):
        return False  # "last year's low of 110"
    if number.form is not Form.DIGITS or number.plain not in around.words.classes["hotline"] or around.bounded:
        return False
    if around.verb_before and around.word_before not in around.words.classes["call"]:
        return False  # "Ayr recorded 211"
    if around.suffers:
        return False  # "112 were arrested at the rally"
    if _EMERGENCY.match(around.after):
        return True  # 999 calls
    return not around.things_follow or bool(re.search(r"[“\"‘']$", around.before))


def _telephone(around: Around) -> bool:
    if around.number.form is not Form.DIGITS or around.things_follow or around.bounded:
        return False
    return around.word_before in around.words.classes["call"] or (
        around.number.plain.startswith("0") and len(around.number.plain) > 1 and "." not in around.number.plain
    )


def _item(around: Around) -> bool:
    opened = not around.before.strip(" \t(（[*•-")
    return (
        opened
        and around.number.form is Form.DIGITS
        and bool(re.match(r"\s*[.)）\]、](?:\s|$|(?=[A-Z][a-z]))", around.after))
        and (around.number.value < 100 and not (around.before.strip() and re.match(r"\s*\)\s+[A-Z]", around.after)))
    )


def _name(around: Around) -> bool:
    if around.number.form is not Form.DIGITS or around.number.scale > 1 or around.bounded or around.things_follow:
        return False
    token = around.sentence.token_at(around.number.start)
    if token is None or token.position == 0:
        return False
    before = around.sentence.tokens[token.position - 1]
    return before.tag in ("NNP", "NNPS") and before.position > 0 and before.text[:1].isupper()


def _section(around: Around) -> bool:
    """See the section of a code of law: "302 IPC", "144 Cr PC", "66C of the IT Act"."""
    number = around.number
    behind = around.sentence.slice(number.start + len(number.plain), number.end + 30)  # the "Cr" of "144 Cr PC" too
    return bool(number.plain and number.plain.isdigit() and around.words.law.match(behind))


def _plate(around: Around) -> bool:
    """See the number of a plate: "KL 07 AB 1234", "ABC-123 DE"."""
    number = around.number
    if number.form is not Form.DIGITS or number.scale > 1 or len(number.plain) > 4 or not number.plain.isdigit():
        return False
    front = _PLATE_BEFORE.search(around.before)
    behind = _PLATE_AFTER.match(around.after)
    inner = front is not None and any(c.isdigit() for c in front[0])
    if front is None or (not inner and around.sentence.text.isupper()):
        return False  # among capitals any short word looks so: "POSSESSION OF 8 KG"
    return bool(behind) or (inner and bool(_PLATE_ENDS.match(around.after)))


def _rank(around: Around) -> bool:
    """See a rank and the number of those ranked: "ranks 141 out of 180 states"."""
    if not around.number.integral or around.number.scale > 1 or not _RANKED.search(around.before):
        return False
    return bool(_RANK_OF.match(around.after) or _OF_RANK.search(around.before))


def _tally(around: Around) -> bool:
    """See both sides of a tally: "a four to one vote", "a 9 to 2 ruling"."""
    named = around.words.tally.match(around.after)
    if named is None or around.number.form is Form.RANGE or named["other"]:
        return named is not None
    token = around.sentence.token_at(around.number.start)
    before = around.sentence.tokens[max(0, token.position - 2) : token.position] if token is not None else ()
    return len(before) > 1 and before[0].tag == "CD" and before[1].lower == "to"


def _points(around: Around) -> bool:
    """See the points of an index, a rate or a game: "closed at 1,478 points", "40 basis points"."""
    named = _POINTS.match(around.after)
    return named is not None and bool(named["basis"] or around.words.scored.search(around.sentence.text))


def _model(around: Around) -> bool:
    """See a number inside the name of a product that describes a noun: the "12" of "iPhone 12 Mini phones"."""
    token = around.sentence.token_at(around.number.start)
    tokens = around.sentence.tokens
    if token is None or not 0 < token.position < len(tokens) - 1 or around.number.form is not Form.DIGITS:
        return False
    before, behind = tokens[token.position - 1], tokens[token.position + 1]
    named = before.tag == "NNP" and before.dep in ("compound", "nmod") and behind.text[:1].isupper()
    one = any(t.tag in ("DT", "PRP$") for t in tokens[max(0, before.position - 2) : before.position])
    return named and before.head > token.position and (one or not before.text[1:].islower())


def _code(around: Around) -> bool:
    """See a model whose letters and figures go on behind a hyphen with a zero: "RM11-03"; no range ends so."""
    glued = around.number.before.strip().isalpha() and around.number.before[-1:].isalpha()
    return glued and _ZERO_BEHIND.match(around.after) is not None


def _web(around: Around) -> bool:
    """See a number inside an address of the web, which nothing blank parts from its scheme."""
    return _WEB_BEFORE.search(around.before) is not None


def _class_of_a_school(around: Around) -> bool:
    """See the year of a university student, told in hundreds: "a 200 level student"."""
    number = around.number
    hundreds = number.form is Form.DIGITS and 0 < number.value < 1000 and number.value % 100 == 0
    return hundreds and _LEVEL.match(around.after) is not None


def _listed(around: Around) -> bool:
    return bool(_SUPERLATIVE.match(around.after))


def _picture(around: Around) -> bool:
    """See the lines of a picture: "shot in 720p"."""
    return around.number.after == "p" and around.number.plain in around.words.classes["picture"]


CODES = (
    refusal(
        "picture", "NUMBERp", "the lines of a picture name its quality, and cost no pence", _picture,
        ("The clip was shot in [720]p by a guest.", "It was filmed at [1080]p.", "He sent a [480]p file.",
         "Sweets cost 40p each.", "He paid 75p.", "They took 720 photos."),
    ),
    refusal(
        "code", "LETTERS NUMBER-0N", "a model goes on behind a hyphen with a zero", _code,
        ("He bought a Richard Mille RM[11]-03 watch.", "The pump is a CX[40]-07 model.",
         "They stole a KR[12]-01 drone.", "He paid RM11 for it.", "The fine is RM11-15.", "They stole 11 watches."),
    ),
    refusal(
        "web", "SCHEME://…NUMBER", "the digits of an address of the web are part of it", _web,
        ("For advice visit https://bit.ly/[30]Fx5aP now.", "See www.ayr.example/news[24]/crime.",
         "Read bit.ly/[30]Fx or call.", "They saw 30 sites.", "He ran 5 websites.",
         "The site www.ayr.example has 24 pages."),
    ),
    refusal(
        "level", "NUMBER level", "universities tell the year of a student in hundreds", _class_of_a_school,
        ("She was a [200] level student of the college.", "A [300]-level undergraduate was robbed.",
         "He is in [100] level.", "They closed two level crossings.", "They held 200 students.",
         "They checked 12 level gauges."),
    ),
    refusal(
        "section", "NUMBER LAW", "the section of a law names what somebody is charged with", _section,
        ("He was booked under sections [302] IPC.", "A ban order under Sec [144 Cr] PC was imposed.",
         "They were charged under [379] of the Penal Code.", "He faces 3 charges.",
         "Police opened 12 cases.", "They invoked 5 acts of violence."),
    ),
    refusal(
        "plate", "LETTERS NUMBER LETTERS", "plates name vehicles", _plate,
        ("The car bore the plate ABC [123] DE.", "A van, KL 07 AB [1234], was found.", "The lorry XY-[456] GH fled.",
         "The FBI held 12 men.", "The NCA seized 40 UK passports.", "Police in LA found 3 US citizens."),
    ),
    refusal(
        "rank", "ranks NUMBER of NUMBER", "a rank says where somebody stands, not how many there are", _rank,
        ("The country ranks [141] out of 180 states.", "It ranked [12] of 40 forces.",
         "The force came 3rd out of [43] forces.", "Three of 180 states refused.", "They checked 12 of the 40 shops.",
         "Of 180 states, 141 signed."),
    ),
    refusal(
        "listed", "NUMBER Most Wanted list", "a number in the name of a list", _listed,
        ("He is on the FBI's [Ten] Most Wanted list.", "She joined the [10] Most Wanted list.",
         "The [Ten] Most Wanted Fugitives list grew.", "Ten men were held.", "The list has 10 names.",
         "Ten wanted men fled."),
    ),
)  # fmt: skip
"""Numbers that name something so plainly that no sign or unit beside them changes it."""

SHAPES = (
    refusal(
        "glued", "LETTERS NUMBER | NUMBER LETTERS", "a number that is part of a word names something: AK-47, G20, 13th",
        _glued,
        ("They found an AK-[47].", "The G[20] met.", "He ran a [10]k race.", "They found 47 rifles.",
         "Twenty men met.", "They ran 10 races."),
    ),
    refusal(
        "tally", "NUMBER to NUMBER TALLY", "the two sides of a vote or a ratio measure it and count no votes", _tally,
        ("It passed in a [four] to one vote.", "It passed in a four to [one] vote.", "They lost by a 9 to [2] margin.",
         "They cast four votes.", "He won one vote.", "They sent 9 men to one ruling."),
    ),
    refusal(
        "points", "NUMBER [basis] points", "points measure an index, a rate or a game and are not counted", _points,
        ("The index closed at [1,478] points.", "The bank cut its rate by [40] basis points.",
         "He averaged [15] points a game.", "He has nine points on his licence.", "They closed 12 entry points.",
         "The plan has five points."),
    ),
    refusal(
        "mark", "# NUMBER | NUMBER : NUMBER", "marks join the digits of codes, scores and times", _mark,
        ("See item #[12].", "It was 58 per [1,000].", "The rate is 4 per [100].", "They found 12 pistols.",
         "They beat 1,000 rivals.", "It took 4 men."),
    ),
)  # fmt: skip
"""Numbers that marks or letters make a part of something."""

LABELS = (
    refusal(
        "label", "LABEL NUMBER", "Section 302, Room 12, No. 5: the number names the thing before it", _label,
        ("He was held in room [12].", "They took COVID -[19] tests.", "Section [302] applies.",
         "Ordinance [809] regulates shops.",
         "They searched 12 rooms.", "They held 12 in rooms.", "They read 302 sections."),
    ),
    refusal(
        "hotline", "HOTLINE", "emergency numbers are names", _hotline,
        ("Call [999] at once.", "He dialled [911].", "The [110] hotline rang.", "They held 999 suspects.",
         "A rally was held and 120 were arrested.",
         "More than 911 people fled.", "They took 110 statements."),
    ),
    refusal(
        "telephone", "CALL NUMBER", "numbers to call", _telephone,
        ("Telephone [54545] with news.", "Text [80800] to report it.", "Phone [55555] at once.", "They took 999 calls.",
         "He made 3 calls.", "They phoned 12 people."),
    ),
)  # fmt: skip
"""Numbers behind the word that they name."""

NAMES = (
    refusal(
        "item", "NUMBER . at the start", "list numbers", _item,
        ("[1]. Lock the door.", "[2]) Check the doors.", "[3]) Stay inside.", "3 men fled.", "12 shops closed.",
         "5 guns were found."),
    ),
    refusal(
        "model", "NAME NUMBER NAME NOUN", "a number between the words of a product's name belongs to it", _model,
        ("They stole an iPhone [12] Mini phone.", "Thieves took a Sony PlayStation [5] Pro console from a van.",
         "The deal for this iPhone [12] Mini phone ended.", "In Texas 5 Border Patrol agents were hurt.",
         "They stole 12 Mini cars.", "Police held 20 Ultra fans."),
    ),
    refusal(
        "name", "NAME NUMBER", "Boeing 737: a number behind a name belongs to it, unless things follow", _name,
        ("He sold an Ibanez [550] to them.", "He drove a Peugeot [406] away.", "The Operation Falcon [2] began.",
         "Yesterday 12 men fled.", "In Lagos 406 cars burned.", "Police held 2."),
    ),
)  # fmt: skip
"""Numbers at the start of a line and behind a name."""
