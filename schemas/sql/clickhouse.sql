-- The tables of newsfacts for clickhouse. Written by `newsfacts schema`; do not edit.

-- One row an article that has a record.
CREATE TABLE IF NOT EXISTS articles (
    schema_version String, -- Version of this contract.
    extractor String, -- Name and version of the program.
    model String, -- Name and version of the spaCy pipeline.
    packs String, -- Packs that taught it more words and rules, in the order in which they were given. A JSON array.
    article_id String, -- The input's own id, else its path relative to the input root.
    source Nullable(String), -- Path or URL that the text came from.
    text_sha256 String, -- SHA-256 of the text in UTF-8.
    text_length Int64, -- Length of the text in code points.
    copy_of Nullable(String), -- article_id of the first of the near-copies of this text; filled by `newsfacts copies`, null until then.
    language String, -- Language of the text, ISO 639-1 (639-3 where there is none).
    title Nullable(String), -- Title, given or found.
    byline String, -- Names of the authors, as written. A JSON array.
    dateline_place Nullable(String), -- Place of the dateline, as written.
    published Nullable(Date32), -- Date of publication, given or found in the dateline.
    published_text Nullable(String), -- What was given as the date of publication, where it tells no day: a month, a year, something unreadable.
    warnings String -- What is odd about the text. A JSON array.
) ENGINE = MergeTree ORDER BY tuple(article_id);

-- One row a section.
CREATE TABLE IF NOT EXISTS sections (
    article_id String, -- The input's own id, else its path relative to the input root.
    section_id String, -- "s0", "s1", … in order.
    kind String, -- head (before the first heading), body, item (one of many short reports), credit, contact or furniture (menus, share buttons, teasers, notices: nothing is read from it). One of: head, body, item, credit, contact, furniture.
    heading Nullable(String), -- The heading's text, or null.
    subheading Nullable(String), -- The second line of a two-line heading, or null.
    start_char Int64, -- Index of the section's first character; the heading belongs to its section.
    end_char Int64 -- Index behind the section's last character.
) ENGINE = MergeTree ORDER BY tuple(article_id, section_id);

-- One row a person who is named in an article; the same person in two articles is two rows.
CREATE TABLE IF NOT EXISTS people (
    article_id String, -- The input's own id, else its path relative to the input root.
    person_id String, -- "p0", "p1", … in order of first mention.
    name String, -- Fullest form of the name in the text, without title.
    aliases String, -- Other forms that the text uses. A JSON array.
    part String, -- Part in the story. One of: police, official, suspect, victim, witness, journalist, other.
    part_confidence Nullable(Float64), -- Probability that the part is right, measured on articles that its weights were not fitted on.
    age Nullable(Int64), -- Age in whole years, where the text states it.
    mentions String -- Every place where the person is named, in text order. A JSON array.
) ENGINE = MergeTree ORDER BY tuple(article_id, person_id);

-- One row a role of a person: title, rank, organisation.
CREATE TABLE IF NOT EXISTS roles (
    article_id String, -- The input's own id, else its path relative to the input root.
    person_id String, -- "p0", "p1", … in order of first mention.
    role_index Int64, -- Place among the person's roles, from 0.
    text String, -- The characters from `start_char` to `end_char` of the article.
    start_char Int64, -- Index of the first character.
    end_char Int64, -- Index behind the last character.
    title Nullable(String), -- Title or function as written, without the organisation: "full-time deputy director".
    rank Nullable(String), -- Canonical police rank from `lexicons/ranks.tsv`, or null.
    organisation Nullable(String), -- What the role belongs to, as written.
    organisation_source Nullable(String), -- Where the organisation comes from; null without one. One of: stated, document.
    organisation_key Nullable(String), -- The organisation in one spelling, to join by: folded, no article, abbreviations as the text spells them.
    place Nullable(String), -- Place the role belongs to, as written.
    rule String, -- Id of the rule that found the role.
    confidence Nullable(Float64) -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
) ENGINE = MergeTree ORDER BY tuple(article_id, person_id, role_index);

-- One row a happening that an article tells of; `event_id` of facts and quotes names it within the article.
CREATE TABLE IF NOT EXISTS events (
    article_id String, -- The input's own id, else its path relative to the input root.
    event_id String, -- "e0", "e1", … in order of first mention.
    event_type String, -- What happened, from the closed set of counts. One of: case_filed, case_solved, arrest, charge, conviction, sentence, death, injury, missing, rescue, theft, fraud, seizure, recovery, destruction, interception, report, inspection, participation, award, deployment, measure, other.
    trigger String, -- The word that names it first; where no word does, the first figure told of it.
    start_char Int64, -- Index of the trigger's first character.
    end_char Int64, -- Index behind the trigger's last character.
    status Nullable(String), -- How the text commits itself to it. One of: asserted, claimed, planned, possible, denied.
    attribution Nullable(String), -- Who tells of it, as written.
    time_text Nullable(String), -- When it was, as written.
    time_start Nullable(Date32), -- First day.
    time_end Nullable(Date32), -- Last day, inclusive.
    time_precision Nullable(String), -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source Nullable(String), -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place Nullable(String), -- Where it was, as written.
    place_id Nullable(Int64), -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source Nullable(String), -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    confidence Nullable(Float64) -- Probability, on average over its facts, that each was put into the right event, measured on other articles.
) ENGINE = MergeTree ORDER BY tuple(article_id, event_id);

-- One row a person who takes part in a happening.
CREATE TABLE IF NOT EXISTS event_people (
    article_id String, -- The input's own id, else its path relative to the input root.
    event_id String, -- "e0", "e1", … in order of first mention.
    person_id String, -- One of `people`.
    part String -- As what. One of: police, official, suspect, victim, witness, journalist, other.
) ENGINE = MergeTree ORDER BY tuple(article_id, event_id, person_id);

-- One row a fact with a number (count, money, percentage, quantity); columns of other kinds are null.
CREATE TABLE IF NOT EXISTS facts (
    article_id String, -- The input's own id, else its path relative to the input root.
    text String, -- The characters from `start_char` to `end_char` of the article.
    start_char Int64, -- Index of the first character.
    end_char Int64, -- Index behind the last character.
    fact_id String, -- Stable hash of article_id, kind and span.
    section_id String, -- Section that the fact stands in.
    sentence_start Int64, -- Index of the sentence's first character.
    sentence_end Int64, -- Index behind the sentence's last character.
    rule String, -- Id of the rule that fired.
    event_id Nullable(String), -- Event that the fact is part of.
    status Nullable(String), -- How the text commits itself to the fact. One of: asserted, claimed, planned, possible, denied.
    attribution Nullable(String), -- Who says so, as written.
    attribution_person_id Nullable(String), -- Person who says so, where it is one of `people`.
    attribution_confidence Nullable(Float64), -- Probability that it is they who say so, measured on other articles; null where no source is told.
    time_text Nullable(String), -- When the fact holds, as written.
    time_start Nullable(Date32), -- First day on which the fact holds.
    time_end Nullable(Date32), -- Last day on which the fact holds, inclusive.
    time_precision Nullable(String), -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source Nullable(String), -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    time_confidence Nullable(Float64), -- Probability that the time is right, measured on other articles; null where no time is told.
    place Nullable(String), -- Where the fact holds, as written.
    place_id Nullable(Int64), -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source Nullable(String), -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place_confidence Nullable(Float64), -- Probability that the place is right, measured on other articles; null where no place is told.
    confidence Nullable(Float64), -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    value Nullable(Decimal(38, 6)), -- The number; null for a range.
    comparator String, -- How the true number stands to `value`. One of: eq, gt, ge, lt, le, approx, range.
    min_value Nullable(Decimal(38, 6)), -- Lower bound, where one is stated.
    max_value Nullable(Decimal(38, 6)), -- Upper bound, where one is stated.
    repeats Nullable(String), -- fact_id of the first mention of the same figure.
    kind String, -- Always "count". One of: count, money, percentage, quantity.
    noun Nullable(String), -- Head noun with its compound: "phone calls".
    noun_phrase Nullable(String), -- The whole noun phrase: "fraudulent phone calls".
    predicate Nullable(String), -- Lemma of the verb or verbal noun that says what happened to them.
    event_type Nullable(String), -- What happened to them, from a closed set. One of: case_filed, case_solved, arrest, charge, conviction, sentence, death, injury, missing, rescue, theft, fraud, seizure, recovery, destruction, interception, report, inspection, participation, award, deployment, measure, other.
    gkg_type Nullable(String), -- Count type of GDELT's Global Knowledge Graph, where one fits. One of: AFFECT, ARREST, KIDNAP, KILL, PROTEST, SEIZE, WOUND.
    agent Nullable(String), -- Who did it, as written.
    agent_person_id Nullable(String), -- Person who did it, where it is one of `people`.
    subset_of Nullable(String), -- fact_id of the count that this one is a part of.
    changes_from Nullable(String), -- fact_id of the earlier figure of a from–to pair.
    direction Nullable(String), -- Which way a difference goes ("15 fewer murders": decrease); null for what is no difference. One of: increase, decrease, share, rate, none.
    offence Nullable(String), -- What the counts of a charge are of, as written: "robbery" for "two counts of robbery".
    currency Nullable(String), -- ISO 4217 code.
    money_role Nullable(String), -- What the amount is in the story. One of: stolen, loss, recovered, seized, fine, bail, ransom, bribe, involved, paid, reward, price, damage, other.
    converts Nullable(String), -- fact_id of the amount that this one restates in another currency.
    unit Nullable(String), -- percent or percentage_point.
    measure Nullable(String), -- What changed, or what it is a share or rate of.
    base Nullable(String), -- What it is compared with. One of: yoy, mom, period, total.
    base_text Nullable(String), -- The words that state the base.
    substance Nullable(String), -- What is measured: "cocaine".
    substance_class Nullable(String), -- Class of the substance, from a closed set; null for what no class is known of. One of: cannabis, cocaine, opioid, amphetamine, hallucinogen, sedative, synthetic, plant, drug, precursor, alcohol, tobacco, explosive, fuel, metal, wildlife, timber, food, chemical, waste.
    value_si Nullable(Decimal(38, 6)), -- `value` in `unit_si`, rounded to six decimals; null for a range and for a unit that has no one size (tons).
    min_value_si Nullable(Decimal(38, 6)), -- `min_value` in `unit_si`.
    max_value_si Nullable(Decimal(38, 6)), -- `max_value` in `unit_si`.
    unit_si Nullable(String) -- Unit of the SI that they are in: kilogram, metre, metre ** 2, metre ** 3, kelvin, metre / second.
) ENGINE = MergeTree ORDER BY tuple(fact_id);

-- One row a piece of direct speech.
CREATE TABLE IF NOT EXISTS quotes (
    article_id String, -- The input's own id, else its path relative to the input root.
    text String, -- The characters from `start_char` to `end_char` of the article.
    start_char Int64, -- Index of the first character.
    end_char Int64, -- Index behind the last character.
    fact_id String, -- Stable hash of article_id, kind and span.
    section_id String, -- Section that the fact stands in.
    sentence_start Int64, -- Index of the sentence's first character.
    sentence_end Int64, -- Index behind the sentence's last character.
    rule String, -- Id of the rule that fired.
    event_id Nullable(String), -- Event that the fact is part of.
    status Nullable(String), -- How the text commits itself to the fact. One of: asserted, claimed, planned, possible, denied.
    attribution Nullable(String), -- Who says so, as written.
    attribution_person_id Nullable(String), -- Person who says so, where it is one of `people`.
    attribution_confidence Nullable(Float64), -- Probability that it is they who say so, measured on other articles; null where no source is told.
    time_text Nullable(String), -- When the fact holds, as written.
    time_start Nullable(Date32), -- First day on which the fact holds.
    time_end Nullable(Date32), -- Last day on which the fact holds, inclusive.
    time_precision Nullable(String), -- How fine the time is. One of: day, month, quarter, year, span, unknown.
    time_source Nullable(String), -- Where the time was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    time_confidence Nullable(Float64), -- Probability that the time is right, measured on other articles; null where no time is told.
    place Nullable(String), -- Where the fact holds, as written.
    place_id Nullable(Int64), -- GeoNames id of the place, or of the town, state or country that it is said to be in; null unless one is meant.
    place_source Nullable(String), -- Where the place was read. One of: phrase, clause, sentence, paragraph, list, event, article, dateline, organisation.
    place_confidence Nullable(Float64), -- Probability that the place is right, measured on other articles; null where no place is told.
    confidence Nullable(Float64), -- Probability that a careful reader finds the same, measured on other articles; null where nothing was measured.
    kind String, -- Always "quote". One of: quote.
    speaker Nullable(String), -- Who speaks, as written.
    speaker_person_id Nullable(String), -- Person who speaks, where it is one of `people`.
    cue Nullable(String), -- The word of saying: "said".
    quote_type String -- Always direct: reported speech is attribution, not a quote. One of: direct.
) ENGINE = MergeTree ORDER BY tuple(fact_id);

-- One row an article without a record, and one for each number that does not fit DECIMAL(38, 6).
CREATE TABLE IF NOT EXISTS failures (
    article_id String, -- The article's id, or the best name there is for it.
    source Nullable(String), -- Path or URL it came from.
    stage String, -- Where it failed. One of: read, extract, write.
    error String, -- Type of the error.
    message String -- Where, what was found, what would be right.
) ENGINE = MergeTree ORDER BY tuple();
