-- Municipalities of 2500 logs, each with ten arenas of six staff and six services of
-- eleven. :logs is how many logs there will be. No real people: all is made by number.
CREATE SCHEMA bench;

-- Keys and chances come from numbers, so that every table can be filled by itself.
CREATE FUNCTION bench.k(kind text, i bigint) RETURNS uuid LANGUAGE sql IMMUTABLE
    AS $$ SELECT md5(kind || i)::uuid $$;
CREATE FUNCTION bench.r(i bigint, salt int, n int) RETURNS int LANGUAGE sql IMMUTABLE
    AS $$ SELECT ((hashint8extended(i, salt) & 2147483647) % n)::int $$;
-- ago(n): a moment in the last two years, and due(n): a date from 20 days ago on
CREATE FUNCTION bench.ago(i bigint, salt int) RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT now() - bench.r(i, salt, 63000000) * interval '1 second' $$;
CREATE FUNCTION bench.due(i bigint, salt int) RETURNS date LANGUAGE sql STABLE
    AS $$ SELECT current_date - 20 + bench.r(i, salt, 120) $$;

CREATE TABLE bench.word AS
SELECT row_number() OVER () - 1 AS i, w FROM unnest(string_to_array(
    'barnet leker ute med de andre og vil gjerne være med i samtale om skolen hjemme '
    || 'mor far foresatte forteller at dagen begynner rolig trygg voksen følger opp '
    || 'språk ord bilder lese skrive regne pause plan mål tiltak møte avtale neste uke '
    || 'garderoben friminutt klassen gruppen venner blir bedt spør svarer ler gråter '
    || 'sover bedre spiser frokost kommer presis savner søsken bestemor besøk tur skog '
    || 'ball musikk sang tegning ro hjelp støtte vi ser hun han prøver igjen mestrer '
    || 'strever konsentrasjon hvile lyd lys plass ved bordet dagtavle mandag tirsdag '
    || 'onsdag torsdag fredag helsesykepleier rådgiver lærer assistent kontakt telefon',
    ' ')) w;
INSERT INTO bench.word
SELECT 200 + i, (ARRAY['lek','skol','heim','spr','tryg','venn','mor','bok'])[1 + i % 8]
    || (ARRAY['e','ing','het','dag','arbeid','støtte','rom','leir'])[1 + i / 8 % 8]
    || (ARRAY['en','ene','et','a','er','s'])[1 + i / 64 % 6]
FROM generate_series(0, 383) i;

-- 20,000 sentences; a few hundred of them have the word that is searched for
CREATE TABLE bench.sentence AS
SELECT n / 10 AS i, string_agg(w, ' ') || CASE WHEN n / 10 % 40 = 0
    THEN ' svømmehallen.' ELSE '.' END AS s
FROM (SELECT n, floor(500 * power(random(), 2))::int AS at
      FROM generate_series(0, 199999) n) picked
JOIN (SELECT row_number() OVER () - 1 AS at, w FROM bench.word) word USING (at)
GROUP BY n / 10;
CREATE UNIQUE INDEX ON bench.sentence (i) INCLUDE (s);
ANALYZE bench.sentence;

INSERT INTO organisation_municipality (id, name, slug, number, numbers, language,
    is_in_use, words, rules, about, concern_days, consent_months, reply_days,
    own_consent_age, own_consent_law, small_number_threshold, emergency_phone,
    own_page_age, guardian_sight_age, names_visitors, privacy_days)
SELECT bench.k('m', m), 'Prøvekommune ' || m, 'plass-' || m, lpad(m::text, 4, '0'), '[]',
       'nb', true, '{}', '{}', '', 14, 12, 3, 16,
       'pasient- og brukerrettighetsloven § 4-3', 5, '', 13, 18, true, 30
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m;

-- 0 kindergartens, 1 schools, and the services that take part by consent
INSERT INTO organisation_service (id, name, kind, arena, about, phone, role, mandate,
    law, for_whom, how_to_reach, needs_referral, opening, web, takes_requests,
    is_external, is_ended, position, host_id)
SELECT bench.k('s', m * 8 + n), kind, kind, '', '', '', '', '', '[]', '', '', false, '',
       '', false, false, false, n, bench.k('m', m)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m, unnest(ARRAY['kindergarten',
    'school', 'health', 'ppt', 'child_welfare', 'mental_health', 'nav', 'culture'])
    WITH ORDINALITY a(kind, at), LATERAL (SELECT at - 1 AS n) b;
INSERT INTO organisation_service_municipalities (service_id, municipality_id)
SELECT bench.k('s', m * 8 + n), bench.k('m', m)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m, generate_series(0, 7) n
UNION ALL  -- PPT and child welfare serve the neighbour too
SELECT bench.k('s', m * 8 + n), bench.k('m', m # 1)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m, generate_series(3, 4) n
WHERE m # 1 < greatest(1, :logs / 2500);

-- units 0-9 are kindergartens and schools in turn, 10-15 the offices
INSERT INTO organisation_unit (id, name, address, phone, about, is_ended, service_id,
    municipality_id)
SELECT bench.k('u', m * 16 + u), 'Sted ' || u, '', '', '', false,
       bench.k('s', m * 8 + CASE WHEN u < 10 THEN u % 2 ELSE u - 8 END),
       bench.k('m', m)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m, generate_series(0, 15) u;

INSERT INTO accounts_user (id, password, username, name, language, phone, is_active,
    easy_words, nin_index)
SELECT bench.k('p', p), '!', 'p' || p, 'Ansatt ' || p, 'nb', '', true, false, ''
FROM generate_series(0, greatest(1, :logs / 2500) * 126 - 1) p;
INSERT INTO organisation_employment (id, post, is_leader, started_on, user_id, unit_id)
SELECT bench.k('j', p), 'kontaktlærer', s % 10 = 9 AND s / 10 = 5,
       current_date - 900, bench.k('p', p),
       bench.k('u', p / 126 * 16 + CASE WHEN s < 60 THEN s % 10
                                        ELSE 10 + (s - 60) % 6 END)
FROM generate_series(0, greatest(1, :logs / 2500) * 126 - 1) p,
     LATERAL (SELECT p % 126 AS s) x;
INSERT INTO organisation_team (id, name, kind, mandate, municipality_id)
SELECT bench.k('t', m), 'Ressursteamet', 'core_group', '', bench.k('m', m)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m;
INSERT INTO organisation_teammember (id, team_id, employment_id)
SELECT bench.k('tm', m * 6 + n), bench.k('t', m), bench.k('j', m * 126 + 60 + n)
FROM generate_series(0, greatest(1, :logs / 2500) - 1) m, generate_series(0, 5) n;

-- Log i is in municipality m, follows up in arena u, is held by h beside c, and others
-- take part by consent: o from office 10 + so, q from office 10 + sq; it is number j there.
CREATE TABLE bench.log AS
SELECT i, j, m, u, bench.k('l', i) AS id, bench.k('c', i) AS child,
       m * 126 + u + 10 * bench.r(i, 2, 6) AS h,
       m * 126 + u + 10 * ((bench.r(i, 2, 6) + 1 + bench.r(i, 3, 5)) % 6) AS c,
       m * 126 + 60 + o AS o, m * 126 + 60 + q AS q, o % 6 AS so, q % 6 AS sq,
       j % 5 = 0 AS closed
FROM generate_series(0, :logs - 1) i,
     LATERAL (SELECT i % greatest(1, :logs / 2500) AS m, bench.r(i, 1, 10) AS u,
                     i / greatest(1, :logs / 2500) AS j,
                     bench.r(i, 4, 66) AS o) x,
     LATERAL (SELECT (o + 1 + bench.r(i, 5, 5) + 6 * bench.r(i, 6, 10)) % 66 AS q) y;
ANALYZE bench.log;
ANALYZE accounts_user, organisation_municipality, organisation_service,
    organisation_service_municipalities, organisation_unit, organisation_employment;

-- What the floor writes: an entry, and a line that it was written.
CREATE TABLE bench.entry (id uuid PRIMARY KEY, log_id uuid NOT NULL, by_id uuid NOT NULL,
    at timestamptz NOT NULL, text text NOT NULL);
CREATE INDEX ON bench.entry (log_id, at DESC);
CREATE TABLE bench.event (id uuid PRIMARY KEY, subject uuid NOT NULL, actor uuid NOT NULL,
    at timestamptz NOT NULL, action text NOT NULL);
CREATE INDEX ON bench.event (subject, at DESC);
GRANT USAGE ON SCHEMA bench TO laget_owner;
GRANT INSERT, SELECT ON bench.entry, bench.event TO laget_owner;
