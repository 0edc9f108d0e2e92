-- Add a folder of tables to those in postgresql; an article's rows take the place of its older ones.
-- Run psql in the folder of the CSV tables. Written by `newsfacts schema`; do not edit.
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMPORARY TABLE new_articles (LIKE articles) ON COMMIT DROP;
\copy new_articles FROM 'articles.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_sections (LIKE sections) ON COMMIT DROP;
\copy new_sections FROM 'sections.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_people (LIKE people) ON COMMIT DROP;
\copy new_people FROM 'people.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_roles (LIKE roles) ON COMMIT DROP;
\copy new_roles FROM 'roles.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_events (LIKE events) ON COMMIT DROP;
\copy new_events FROM 'events.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_event_people (LIKE event_people) ON COMMIT DROP;
\copy new_event_people FROM 'event_people.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_facts (LIKE facts) ON COMMIT DROP;
\copy new_facts FROM 'facts.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_quotes (LIKE quotes) ON COMMIT DROP;
\copy new_quotes FROM 'quotes.csv' (FORMAT csv, HEADER)
CREATE TEMPORARY TABLE new_failures (LIKE failures) ON COMMIT DROP;
\copy new_failures FROM 'failures.csv' (FORMAT csv, HEADER)
SELECT count(*) AS articles_replaced, count(*) FILTER (WHERE older.source IS DISTINCT FROM newer.source) AS of_another_source
  FROM articles older JOIN new_articles newer USING (article_id);
DELETE FROM articles WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM sections WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM people WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM roles WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM events WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM event_people WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM facts WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM quotes WHERE article_id IN (SELECT article_id FROM new_articles);
DELETE FROM failures WHERE article_id IN (SELECT article_id FROM new_articles UNION ALL SELECT article_id FROM new_failures);
INSERT INTO articles SELECT * FROM new_articles;
INSERT INTO sections SELECT * FROM new_sections;
INSERT INTO people SELECT * FROM new_people;
INSERT INTO roles SELECT * FROM new_roles;
INSERT INTO events SELECT * FROM new_events;
INSERT INTO event_people SELECT * FROM new_event_people;
INSERT INTO facts SELECT * FROM new_facts;
INSERT INTO quotes SELECT * FROM new_quotes;
INSERT INTO failures SELECT * FROM new_failures;
COMMIT;
