-- What municipalities have published: 5,000 programmes, 500 of them in the first
-- municipality, the others in nine neighbours; a form for each, and drafts to save.
INSERT INTO organisation_municipality (id, name, slug, number, numbers, language,
    is_in_use, words, rules, about, concern_days, consent_months, reply_days,
    own_consent_age, own_consent_law, small_number_threshold, emergency_phone,
    own_page_age, guardian_sight_age, names_visitors, privacy_days)
SELECT bench.k('n', m), 'Nabokommune ' || m, 'nabo-' || m, 'N' || m, '[]', 'nb', true,
       '{}', '{}', '', 14, 12, 3, 16, 'pasient- og brukerrettighetsloven § 4-3', 5, '', 13, 18,
       true, 30
FROM generate_series(1, 9) m;

INSERT INTO catalogue_programme (id, name, sort, about, tiers, arenas, needs, need_areas,
    age_from, age_to, place, responsible, how_to_start, referral, for_whom, cost,
    capacity, web, is_own, is_public, status, evidence, evidence_source, source,
    checked_on, position, municipality_id, service_id)
SELECT bench.k('pr', n), 'Tiltak ' || n || ' ' || w, 'programme', a.s || ' ' || b.s,
       to_jsonb(ARRAY[(ARRAY['green', 'yellow', 'red'])[1 + bench.r(n, 51, 3)]]),
       to_jsonb(ARRAY[(ARRAY['family', 'school', 'neighbourhood', 'activity',
           'relations'])[1 + bench.r(n, 52, 5)]]),
       '[]', to_jsonb(ARRAY['1.' || 1 + bench.r(n, 53, 4)]), age, age + 1 + bench.r(n, 55, 8), '',
       'Helsestasjonen', c.s, 'none', '', '', '', '', true, true, 'running', '', '',
       'Oss selv', current_date - 30, n % 1000,
       CASE WHEN n < 500 THEN bench.k('m', 0) ELSE bench.k('n', 1 + n % 9) END,
       CASE WHEN n < 500 THEN bench.k('s', n % 3) END
FROM generate_series(0, 4999) n, LATERAL (SELECT bench.r(n, 54, 18) AS age) x,
     bench.word, bench.sentence a, bench.sentence b, bench.sentence c
WHERE word.i = bench.r(n, 56, 80) AND a.i = bench.r(n, 57, 20000)
  AND b.i = bench.r(n, 58, 20000) AND c.i = bench.r(n, 59, 20000);

INSERT INTO forms_template (id, key, title, about, purpose, is_ended, position,
    municipality_id)
SELECT bench.k('ft', m), 'evaluation', 'Evaluering', '', 'evaluation', false, 0,
       bench.k('m', m)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m;
INSERT INTO forms_templateversion (id, number, facts, since, template_id)
SELECT bench.k('fv', m), 1, jsonb_build_object('title', 'Evaluering', 'about', '',
    'purpose', 'evaluation', 'readers', 'family', 'law', '[]'::jsonb, 'sections',
    jsonb_build_array(jsonb_build_object('key', 's', 'title', 'Se på det sammen',
        'help', '', 'readers', '', 'questions', (
            SELECT jsonb_agg(jsonb_build_object('key', 'q' || q, 'kind', 'long',
                'question', 'Spørsmål ' || q, 'help', '', 'required', false,
                'required_when', '{}'::jsonb, 'options', '[]'::jsonb, 'scale',
                '{}'::jsonb, 'readers', '', 'law', '[]'::jsonb))
            FROM generate_series(1, 20) q)))),
    now(), bench.k('ft', m)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m;

-- Those who ask have some drafts each, and save them in turn.
CREATE TABLE bench.draft AS
SELECT row_number() OVER () - 1 AS d, log.* FROM (
    SELECT i, m, id, child, h FROM bench.log WHERE j IN (7, 1007, 2007)
    ORDER BY md5(i::text) LIMIT 8) log;
INSERT INTO forms_filled (id, place, seen_with, started_at, draft_version, child_id,
    employment_id, version_id, written_by_id)
SELECT bench.k('fd', d * 50 + n), id, bench.k('p', h), now(), 1, child,
       bench.k('j', h), bench.k('fv', m), bench.k('p', h)
FROM bench.draft, generate_series(0, 49) n;
INSERT INTO forms_part (id, readers, seen_with, answers, filled_id)
SELECT bench.k('fp', d * 50 + n), 'family', bench.k('p', h), '{}',
       bench.k('fd', d * 50 + n)
FROM bench.draft, generate_series(0, 49) n;
ANALYZE catalogue_programme, forms_filled, forms_part;
