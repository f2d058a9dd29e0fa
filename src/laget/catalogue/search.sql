-- The words of each programme, stemmed: "barnehage" finds "barnehagen". The name weighs
-- more than the rest. Kept by the database itself, whoever writes the row.
ALTER TABLE catalogue_programme ADD COLUMN search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('norwegian', name), 'A') ||
    setweight(to_tsvector('norwegian', about || ' ' || for_whom || ' ' || how_to_start
        || ' ' || place || ' ' || responsible), 'B')) STORED;
CREATE INDEX catalogue_programme_search ON catalogue_programme USING gin (search);
