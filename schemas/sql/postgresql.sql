-- The tables of newsfacts for postgresql. Written by `newsfacts schema`; do not edit.

-- One row an article that has a record.
CREATE TABLE IF NOT EXISTS articles (
    schema_version TEXT NOT NULL, -- Version of this contract.
    extractor TEXT NOT NULL, -- Name and version of the program.
    model TEXT NOT NULL, -- Name and version of the spaCy pipeline.
    packs TEXT NOT NULL, -- Packs that taught it more words and rules, in the order in which they were given. A JSON array.
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    source TEXT, -- Path or URL that the text came from.
    text_sha256 TEXT NOT NULL, -- SHA-256 of the text in UTF-8.
    text_length BIGINT NOT NULL, -- Length of the text in code points.
    copy_of TEXT, -- article_id of the first of the near-copies of this text; filled by `newsfacts copies`, null until then.
    language TEXT NOT NULL, -- Language of the text, ISO 639-1 (639-3 where there is none).
    title TEXT, -- Title, given or found.
    byline TEXT NOT NULL, -- Names of the authors, as written. A JSON array.
    dateline_place TEXT, -- Place of the dateline, as written.
    published DATE, -- Date of publication, given or found in the dateline.
    published_text TEXT, -- What was given as the date of publication, where it tells no day: a month, a year, something unreadable.
    warnings TEXT NOT NULL, -- What is odd about the text. A JSON array.
    PRIMARY KEY (article_id)
);

-- One row a section.
CREATE TABLE IF NOT EXISTS sections (
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    section_id TEXT NOT NULL, -- "s0", "s1", … in order.
    kind TEXT NOT NULL, -- head (before the first heading), body, item (one of many short reports), credit, contact or furniture (menus, share buttons, teasers, notices: nothing is read from it). One of: head, body, item, credit, contact, furniture.
    heading TEXT, -- The heading's text, or null.
    subheading TEXT, -- The second line of a two-line heading, or null.
    start_char BIGINT NOT NULL, -- Index of the section's first character; the heading belongs to its section.
    end_char BIGINT NOT NULL, -- Index behind the section's last character.
    PRIMARY KEY (article_id, section_id)
);

-- One row a person who is named in an article; the same person in two articles is two rows.
CREATE TABLE IF NOT EXISTS people (
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    person_id TEXT NOT NULL, -- "p0", "p1", … in order of first mention.
    name TEXT NOT NULL, -- Fullest form of the name in the text, without title.
    aliases TEXT NOT NULL, -- Other forms that the text uses. A JSON array.
    part TEXT NOT NULL, -- Part in the story. One of: police, official, suspect, victim, witness, journalist, other.
    part_confidence DOUBLE PRECISION, -- Probability that the part is right, measured on articles that its weights were not fitted on.
    age BIGINT, -- Age in whole years, where the text states it.
    mentions TEXT NOT NULL, -- Every place where the person is named, in text order. A JSON array.
    PRIMARY KEY (article_id, person_id)
);

-- One row a role of a person: title, rank, organisation.
CREATE TABLE IF NOT EXISTS roles (
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    person_id TEXT NOT NULL, -- "p0", "p1", … in order of first mention.
    role_index BIGINT NOT NULL, -- Place among the person's roles, from 0.
    text TEXT NOT NULL, -- The characters from `start_char` to `end_char` of the article.
    start_char BIGINT NOT NULL, -- Index of the first character.
    end_char BIGINT NOT NULL, -- Index behind the last character.
    title TEXT, -- Title or function as written, without the organisation: "full-time deputy director".
    rank TEXT, -- Canonical police rank from `lexicons/ranks.tsv`, or null.
    organisation TEXT, -- What the role belongs to, as written.
    organisation_source TEXT, -- Where the organisation comes from; null without one. One of: stated, document.
    organisation_key TEXT, -- The organisation in one spelling, to join by: folded, no article, abbreviations as the text spells them.
    place TEXT, -- Place the role belongs to, as written.
    rule TEXT NOT NULL, -- Id of the rule that found the role.
    confidence DOUBLE PRECISION, -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    PRIMARY KEY (article_id, person_id, role_index)
);

-- One row a happening that an article tells of; `event_id` of facts and quotes names it within the article.
CREATE TABLE IF NOT EXISTS events (
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    event_id TEXT NOT NULL, -- "e0", "e1", … in order of first mention.
    event_type TEXT NOT NULL, -- What happened, from the closed set of counts. One of: case_filed, case_solved, arrest, charge, conviction, sentence, death, injury, missing, rescue, theft, fraud, seizure, recovery, destruction, interception, report, inspection, participation, award, deployment, measure, other.
    trigger TEXT NOT NULL, -- The word that names it first; where no word does, the first figure told of it.
    start_char BIGINT NOT NULL, -- Index of the trigger's first character.
    end_char BIGINT NOT NULL, -- Index behind the trigger's last character.
    status TEXT, -- How the text commits itself to it. One of: asserted, claimed, planned, possible, denied.
    attribution TEXT, -- Who tells of it, as written.
    time_text TEXT, -- When it was, as written.
    time_start DATE, -- First day.
    time_end DATE, -- Last day, inclusive.
    time_precision TEXT, -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source TEXT, -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place TEXT, -- Where it was, as written.
    place_id BIGINT, -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source TEXT, -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    confidence DOUBLE PRECISION, -- Probability, on average over its facts, that each was put into the right event, measured on other articles.
    PRIMARY KEY (article_id, event_id)
);

-- One row a person who takes part in a happening.
CREATE TABLE IF NOT EXISTS event_people (
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    event_id TEXT NOT NULL, -- "e0", "e1", … in order of first mention.
    person_id TEXT NOT NULL, -- One of `people`.
    part TEXT NOT NULL, -- As what. One of: police, official, suspect, victim, witness, journalist, other.
    PRIMARY KEY (article_id, event_id, person_id)
);

-- One row a fact with a number (count, money, percentage, quantity); columns of other kinds are null.
CREATE TABLE IF NOT EXISTS facts (
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    text TEXT NOT NULL, -- The characters from `start_char` to `end_char` of the article.
    start_char BIGINT NOT NULL, -- Index of the first character.
    end_char BIGINT NOT NULL, -- Index behind the last character.
    fact_id TEXT NOT NULL, -- Stable hash of article_id, kind and span.
    section_id TEXT NOT NULL, -- Section that the fact stands in.
    sentence_start BIGINT NOT NULL, -- Index of the sentence's first character.
    sentence_end BIGINT NOT NULL, -- Index behind the sentence's last character.
    rule TEXT NOT NULL, -- Id of the rule that fired.
    event_id TEXT, -- Event that the fact is part of.
    status TEXT, -- How the text commits itself to the fact. One of: asserted, claimed, planned, possible, denied.
    attribution TEXT, -- Who says so, as written.
    attribution_person_id TEXT, -- Person who says so, where it is one of `people`.
    attribution_confidence DOUBLE PRECISION, -- Probability that it is they who say so, measured on other articles; null where no source is told.
    time_text TEXT, -- When the fact holds, as written.
    time_start DATE, -- First day on which the fact holds.
    time_end DATE, -- Last day on which the fact holds, inclusive.
    time_precision TEXT, -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source TEXT, -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    time_confidence DOUBLE PRECISION, -- Probability that the time is right, measured on other articles; null where no time is told.
    place TEXT, -- Where the fact holds, as written.
    place_id BIGINT, -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source TEXT, -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place_confidence DOUBLE PRECISION, -- Probability that the place is right, measured on other articles; null where no place is told.
    confidence DOUBLE PRECISION, -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    value NUMERIC(38, 6), -- The number; null for a range.
    comparator TEXT NOT NULL, -- How the true number stands to `value`. One of: eq, gt, ge, lt, le, approx, range.
    min_value NUMERIC(38, 6), -- Lower bound, where one is stated.
    max_value NUMERIC(38, 6), -- Upper bound, where one is stated.
    repeats TEXT, -- fact_id of the first mention of the same figure.
    kind TEXT NOT NULL, -- Always "count". One of: count, money, percentage, quantity.
    noun TEXT, -- Head noun with its compound: "phone calls".
    noun_phrase TEXT, -- The whole noun phrase: "fraudulent phone calls".
    predicate TEXT, -- Lemma of the verb or verbal noun that says what happened to them.
    event_type TEXT, -- What happened to them, from a closed set. One of: case_filed, case_solved, arrest, charge, conviction, sentence, death, injury, missing, rescue, theft, fraud, seizure, recovery, destruction, interception, report, inspection, participation, award, deployment, measure, other.
    gkg_type TEXT, -- Count type of GDELT's Global Knowledge Graph, where one fits. One of: AFFECT, ARREST, KIDNAP, KILL, PROTEST, SEIZE, WOUND.
    agent TEXT, -- Who did it, as written.
    agent_person_id TEXT, -- Person who did it, where it is one of `people`.
    subset_of TEXT, -- fact_id of the count that this one is a part of.
    changes_from TEXT, -- fact_id of the earlier figure of a from–to pair.
    direction TEXT, -- Which way a difference goes ("15 fewer murders": decrease); null for what is no difference. One of: increase, decrease, share, rate, none.
    offence TEXT, -- What the counts of a charge are of, as written: "robbery" for "two counts of robbery".
    currency TEXT, -- ISO 4217 code.
    money_role TEXT, -- What the amount is in the story. One of: stolen, loss, recovered, seized, fine, bail, ransom, bribe, involved, paid, reward, price, damage, other.
    converts TEXT, -- fact_id of the amount that this one restates in another currency.
    unit TEXT, -- percent or percentage_point.
    measure TEXT, -- What changed, or what it is a share or rate of.
    base TEXT, -- What it is compared with. One of: yoy, mom, period, total.
    base_text TEXT, -- The words that state the base.
    substance TEXT, -- What is measured: "cocaine".
    substance_class TEXT, -- Class of the substance, from a closed set; null for what no class is known of. One of: cannabis, cocaine, opioid, amphetamine, hallucinogen, sedative, synthetic, plant, drug, precursor, alcohol, tobacco, explosive, fuel, metal, wildlife, timber, food, chemical, waste.
    value_si NUMERIC(38, 6), -- `value` in `unit_si`, rounded to six decimals; null for a range and for a unit that has no one size (tons).
    min_value_si NUMERIC(38, 6), -- `min_value` in `unit_si`.
    max_value_si NUMERIC(38, 6), -- `max_value` in `unit_si`.
    unit_si TEXT, -- Unit of the SI that they are in: kilogram, metre, metre ** 2, metre ** 3, kelvin, metre / second.
    PRIMARY KEY (fact_id)
);
CREATE INDEX IF NOT EXISTS facts_article_id ON facts (article_id);

-- One row a piece of direct speech.
CREATE TABLE IF NOT EXISTS quotes (
    article_id TEXT NOT NULL, -- The input's own id, else its path relative to the input root.
    text TEXT NOT NULL, -- The characters from `start_char` to `end_char` of the article.
    start_char BIGINT NOT NULL, -- Index of the first character.
    end_char BIGINT NOT NULL, -- Index behind the last character.
    fact_id TEXT NOT NULL, -- Stable hash of article_id, kind and span.
    section_id TEXT NOT NULL, -- Section that the fact stands in.
    sentence_start BIGINT NOT NULL, -- Index of the sentence's first character.
    sentence_end BIGINT NOT NULL, -- Index behind the sentence's last character.
    rule TEXT NOT NULL, -- Id of the rule that fired.
    event_id TEXT, -- Event that the fact is part of.
    status TEXT, -- How the text commits itself to the fact. One of: asserted, claimed, planned, possible, denied.
    attribution TEXT, -- Who says so, as written.
    attribution_person_id TEXT, -- Person who says so, where it is one of `people`.
    attribution_confidence DOUBLE PRECISION, -- Probability that it is they who say so, measured on other articles; null where no source is told.
    time_text TEXT, -- When the fact holds, as written.
    time_start DATE, -- First day on which the fact holds.
    time_end DATE, -- Last day on which the fact holds, inclusive.
    time_precision TEXT, -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source TEXT, -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    time_confidence DOUBLE PRECISION, -- Probability that the time is right, measured on other articles; null where no time is told.
    place TEXT, -- Where the fact holds, as written.
    place_id BIGINT, -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source TEXT, -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place_confidence DOUBLE PRECISION, -- Probability that the place is right, measured on other articles; null where no place is told.
    confidence DOUBLE PRECISION, -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    kind TEXT NOT NULL, -- Always "quote". One of: quote.
    speaker TEXT, -- Who speaks, as written.
    speaker_person_id TEXT, -- Person who speaks, where it is one of `people`.
    cue TEXT, -- The word of saying: "said".
    quote_type TEXT NOT NULL, -- Always direct: reported speech is attribution, not a quote. One of: direct.
    PRIMARY KEY (fact_id)
);
CREATE INDEX IF NOT EXISTS quotes_article_id ON quotes (article_id);

-- One row an article without a record, and one for each number that does not fit DECIMAL(38, 6).
CREATE TABLE IF NOT EXISTS failures (
    article_id TEXT NOT NULL, -- The article's id, or the best name there is for it.
    source TEXT, -- Path or URL it came from.
    stage TEXT NOT NULL, -- Where it failed. One of: read, extract, write.
    error TEXT NOT NULL, -- Type of the error.
    message TEXT NOT NULL -- Where, what was found, what would be right.
);
CREATE INDEX IF NOT EXISTS failures_article_id ON failures (article_id);
