-- The tables of newsfacts for bigquery. Written by `newsfacts schema`; do not edit.

-- One row an article that has a record.
CREATE TABLE IF NOT EXISTS articles (
    schema_version STRING NOT NULL, -- Version of this contract.
    extractor STRING NOT NULL, -- Name and version of the program.
    model STRING NOT NULL, -- Name and version of the spaCy pipeline.
    packs STRING NOT NULL, -- Packs that taught it more words and rules, in the order in which they were given. A JSON array.
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    source STRING, -- Path or URL that the text came from.
    text_sha256 STRING NOT NULL, -- SHA-256 of the text in UTF-8.
    text_length INT64 NOT NULL, -- Length of the text in code points.
    copy_of STRING, -- article_id of the first of the near-copies of this text; filled by `newsfacts copies`, null until then.
    language STRING NOT NULL, -- Language of the text, ISO 639-1 (639-3 where there is none).
    title STRING, -- Title, given or found.
    byline STRING NOT NULL, -- Names of the authors, as written. A JSON array.
    dateline_place STRING, -- Place of the dateline, as written.
    published DATE, -- Date of publication, given or found in the dateline.
    published_text STRING, -- What was given as the date of publication, where it tells no day: a month, a year, something unreadable.
    warnings STRING NOT NULL, -- What is odd about the text. A JSON array.
    PRIMARY KEY (article_id) NOT ENFORCED
);

-- One row a section.
CREATE TABLE IF NOT EXISTS sections (
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    section_id STRING NOT NULL, -- "s0", "s1", … in order.
    kind STRING NOT NULL, -- head (before the first heading), body, item (one of many short reports), credit, contact or furniture (menus, share buttons, teasers, notices: nothing is read from it). One of: head, body, item, credit, contact, furniture.
    heading STRING, -- The heading's text, or null.
    subheading STRING, -- The second line of a two-line heading, or null.
    start_char INT64 NOT NULL, -- Index of the section's first character; the heading belongs to its section.
    end_char INT64 NOT NULL, -- Index behind the section's last character.
    PRIMARY KEY (article_id, section_id) NOT ENFORCED
);

-- One row a person who is named in an article; the same person in two articles is two rows.
CREATE TABLE IF NOT EXISTS people (
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    person_id STRING NOT NULL, -- "p0", "p1", … in order of first mention.
    name STRING NOT NULL, -- Fullest form of the name in the text, without title.
    aliases STRING NOT NULL, -- Other forms that the text uses. A JSON array.
    part STRING NOT NULL, -- Part in the story. One of: police, official, suspect, victim, witness, journalist, other.
    part_confidence FLOAT64, -- Probability that the part is right, measured on articles that its weights were not fitted on.
    age INT64, -- Age in whole years, where the text states it.
    mentions STRING NOT NULL, -- Every place where the person is named, in text order. A JSON array.
    PRIMARY KEY (article_id, person_id) NOT ENFORCED
);

-- One row a role of a person: title, rank, organisation.
CREATE TABLE IF NOT EXISTS roles (
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    person_id STRING NOT NULL, -- "p0", "p1", … in order of first mention.
    role_index INT64 NOT NULL, -- Place among the person's roles, from 0.
    text STRING NOT NULL, -- The characters from `start_char` to `end_char` of the article.
    start_char INT64 NOT NULL, -- Index of the first character.
    end_char INT64 NOT NULL, -- Index behind the last character.
    title STRING, -- Title or function as written, without the organisation: "full-time deputy director".
    rank STRING, -- Canonical police rank from `lexicons/ranks.tsv`, or null.
    organisation STRING, -- What the role belongs to, as written.
    organisation_source STRING, -- Where the organisation comes from; null without one. One of: stated, document.
    organisation_key STRING, -- The organisation in one spelling, to join by: folded, no article, abbreviations as the text spells them.
    place STRING, -- Place the role belongs to, as written.
    rule STRING NOT NULL, -- Id of the rule that found the role.
    confidence FLOAT64, -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    PRIMARY KEY (article_id, person_id, role_index) NOT ENFORCED
);

-- One row a happening that an article tells of; `event_id` of facts and quotes names it within the article.
CREATE TABLE IF NOT EXISTS events (
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    event_id STRING NOT NULL, -- "e0", "e1", … in order of first mention.
    event_type STRING NOT NULL, -- What happened, from the closed set of counts. One of: case_filed, case_solved, arrest, charge, conviction, sentence, death, injury, missing, rescue, theft, fraud, seizure, recovery, destruction, interception, report, inspection, participation, award, deployment, measure, other.
    trigger STRING NOT NULL, -- The word that names it first; where no word does, the first figure told of it.
    start_char INT64 NOT NULL, -- Index of the trigger's first character.
    end_char INT64 NOT NULL, -- Index behind the trigger's last character.
    status STRING, -- How the text commits itself to it. One of: asserted, claimed, planned, possible, denied.
    attribution STRING, -- Who tells of it, as written.
    time_text STRING, -- When it was, as written.
    time_start DATE, -- First day.
    time_end DATE, -- Last day, inclusive.
    time_precision STRING, -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source STRING, -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place STRING, -- Where it was, as written.
    place_id INT64, -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source STRING, -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    confidence FLOAT64, -- Probability, on average over its facts, that each was put into the right event, measured on other articles.
    PRIMARY KEY (article_id, event_id) NOT ENFORCED
);

-- One row a person who takes part in a happening.
CREATE TABLE IF NOT EXISTS event_people (
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    event_id STRING NOT NULL, -- "e0", "e1", … in order of first mention.
    person_id STRING NOT NULL, -- One of `people`.
    part STRING NOT NULL, -- As what. One of: police, official, suspect, victim, witness, journalist, other.
    PRIMARY KEY (article_id, event_id, person_id) NOT ENFORCED
);

-- One row a fact with a number (count, money, percentage, quantity); columns of other kinds are null.
CREATE TABLE IF NOT EXISTS facts (
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    text STRING NOT NULL, -- The characters from `start_char` to `end_char` of the article.
    start_char INT64 NOT NULL, -- Index of the first character.
    end_char INT64 NOT NULL, -- Index behind the last character.
    fact_id STRING NOT NULL, -- Stable hash of article_id, kind and span.
    section_id STRING NOT NULL, -- Section that the fact stands in.
    sentence_start INT64 NOT NULL, -- Index of the sentence's first character.
    sentence_end INT64 NOT NULL, -- Index behind the sentence's last character.
    rule STRING NOT NULL, -- Id of the rule that fired.
    event_id STRING, -- Event that the fact is part of.
    status STRING, -- How the text commits itself to the fact. One of: asserted, claimed, planned, possible, denied.
    attribution STRING, -- Who says so, as written.
    attribution_person_id STRING, -- Person who says so, where it is one of `people`.
    attribution_confidence FLOAT64, -- Probability that it is they who say so, measured on other articles; null where no source is told.
    time_text STRING, -- When the fact holds, as written.
    time_start DATE, -- First day on which the fact holds.
    time_end DATE, -- Last day on which the fact holds, inclusive.
    time_precision STRING, -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source STRING, -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    time_confidence FLOAT64, -- Probability that the time is right, measured on other articles; null where no time is told.
    place STRING, -- Where the fact holds, as written.
    place_id INT64, -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source STRING, -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place_confidence FLOAT64, -- Probability that the place is right, measured on other articles; null where no place is told.
    confidence FLOAT64, -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    value BIGNUMERIC(38, 6), -- The number; null for a range.
    comparator STRING NOT NULL, -- How the true number stands to `value`. One of: eq, gt, ge, lt, le, approx, range.
    min_value BIGNUMERIC(38, 6), -- Lower bound, where one is stated.
    max_value BIGNUMERIC(38, 6), -- Upper bound, where one is stated.
    repeats STRING, -- fact_id of the first mention of the same figure.
    kind STRING NOT NULL, -- Always "count". One of: count, money, percentage, quantity.
    noun STRING, -- Head noun with its compound: "phone calls".
    noun_phrase STRING, -- The whole noun phrase: "fraudulent phone calls".
    predicate STRING, -- Lemma of the verb or verbal noun that says what happened to them.
    event_type STRING, -- What happened to them, from a closed set. One of: case_filed, case_solved, arrest, charge, conviction, sentence, death, injury, missing, rescue, theft, fraud, seizure, recovery, destruction, interception, report, inspection, participation, award, deployment, measure, other.
    gkg_type STRING, -- Count type of GDELT's Global Knowledge Graph, where one fits. One of: AFFECT, ARREST, KIDNAP, KILL, PROTEST, SEIZE, WOUND.
    agent STRING, -- Who did it, as written.
    agent_person_id STRING, -- Person who did it, where it is one of `people`.
    subset_of STRING, -- fact_id of the count that this one is a part of.
    changes_from STRING, -- fact_id of the earlier figure of a from–to pair.
    direction STRING, -- Which way a difference goes ("15 fewer murders": decrease); null for what is no difference. One of: increase, decrease, share, rate, none.
    offence STRING, -- What the counts of a charge are of, as written: "robbery" for "two counts of robbery".
    currency STRING, -- ISO 4217 code.
    money_role STRING, -- What the amount is in the story. One of: stolen, loss, recovered, seized, fine, bail, ransom, bribe, involved, paid, reward, price, damage, other.
    converts STRING, -- fact_id of the amount that this one restates in another currency.
    unit STRING, -- percent or percentage_point.
    measure STRING, -- What changed, or what it is a share or rate of.
    base STRING, -- What it is compared with. One of: yoy, mom, period, total.
    base_text STRING, -- The words that state the base.
    substance STRING, -- What is measured: "cocaine".
    substance_class STRING, -- Class of the substance, from a closed set; null for what no class is known of. One of: cannabis, cocaine, opioid, amphetamine, hallucinogen, sedative, synthetic, plant, drug, precursor, alcohol, tobacco, explosive, fuel, metal, wildlife, timber, food, chemical, waste.
    value_si BIGNUMERIC(38, 6), -- `value` in `unit_si`, rounded to six decimals; null for a range and for a unit that has no one size (tons).
    min_value_si BIGNUMERIC(38, 6), -- `min_value` in `unit_si`.
    max_value_si BIGNUMERIC(38, 6), -- `max_value` in `unit_si`.
    unit_si STRING, -- Unit of the SI that they are in: kilogram, metre, metre ** 2, metre ** 3, kelvin, metre / second.
    PRIMARY KEY (fact_id) NOT ENFORCED
);

-- One row a piece of direct speech.
CREATE TABLE IF NOT EXISTS quotes (
    article_id STRING NOT NULL, -- The input's own id, else its path relative to the input root.
    text STRING NOT NULL, -- The characters from `start_char` to `end_char` of the article.
    start_char INT64 NOT NULL, -- Index of the first character.
    end_char INT64 NOT NULL, -- Index behind the last character.
    fact_id STRING NOT NULL, -- Stable hash of article_id, kind and span.
    section_id STRING NOT NULL, -- Section that the fact stands in.
    sentence_start INT64 NOT NULL, -- Index of the sentence's first character.
    sentence_end INT64 NOT NULL, -- Index behind the sentence's last character.
    rule STRING NOT NULL, -- Id of the rule that fired.
    event_id STRING, -- Event that the fact is part of.
    status STRING, -- How the text commits itself to the fact. One of: asserted, claimed, planned, possible, denied.
    attribution STRING, -- Who says so, as written.
    attribution_person_id STRING, -- Person who says so, where it is one of `people`.
    attribution_confidence FLOAT64, -- Probability that it is they who say so, measured on other articles; null where no source is told.
    time_text STRING, -- When the fact holds, as written.
    time_start DATE, -- First day on which the fact holds.
    time_end DATE, -- Last day on which the fact holds, inclusive.
    time_precision STRING, -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source STRING, -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    time_confidence FLOAT64, -- Probability that the time is right, measured on other articles; null where no time is told.
    place STRING, -- Where the fact holds, as written.
    place_id INT64, -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source STRING, -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place_confidence FLOAT64, -- Probability that the place is right, measured on other articles; null where no place is told.
    confidence FLOAT64, -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    kind STRING NOT NULL, -- Always "quote". One of: quote.
    speaker STRING, -- Who speaks, as written.
    speaker_person_id STRING, -- Person who speaks, where it is one of `people`.
    cue STRING, -- The word of saying: "said".
    quote_type STRING NOT NULL, -- Always direct: reported speech is attribution, not a quote. One of: direct.
    PRIMARY KEY (fact_id) NOT ENFORCED
);

-- One row an article without a record, and one for each number that does not fit DECIMAL(38, 6).
CREATE TABLE IF NOT EXISTS failures (
    article_id STRING NOT NULL, -- The article's id, or the best name there is for it.
    source STRING, -- Path or URL it came from.
    stage STRING NOT NULL, -- Where it failed. One of: read, extract, write.
    error STRING NOT NULL, -- Type of the error.
    message STRING NOT NULL -- Where, what was found, what would be right.
);
