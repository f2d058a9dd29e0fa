-- The children and all about them. Each statement stands alone, so two run at a time;
-- rows go in by key, so the key's index grows at its end.

INSERT INTO children_child (id, name, sort_key, born_on, nin_index, protection,
    registered_at, municipality_id, registered_by_id, unit_id,
    interpreter, sign_language, easy_reading)
SELECT child, name, lower(name), current_date - 500 - bench.r(i, 11, 5000), '', '',
       bench.ago(i, 12), bench.k('m', m), bench.k('p', h), bench.k('u', m * 16 + u),
       '', false, false
FROM bench.log, LATERAL (SELECT (ARRAY['Nora','Emil','Ella','Oskar','Maja','Isak','Sara',
    'Jakob','Ida','Amir','Lea','Odin'])[1 + bench.r(i, 13, 12)] || ' Prøve' || i) n(name)
ORDER BY child;

INSERT INTO logs_log (id, level, held_since, opened_at, next_on, closed_at, closed_why,
    closed_text, child_words, child_heard, guardian_words, follows_on, child_id,
    closed_by_id, concern_id, holder_id, opened_by_id, unit_id)
SELECT id, 1 + j % 3, now() - interval '700 days', now() - interval '700 days',
       bench.due(i, 14), CASE WHEN closed THEN bench.ago(i, 15) END,
       CASE WHEN closed THEN 'goals_reached' ELSE '' END, '',
       CASE WHEN closed THEN 'Jeg har det bra.' ELSE '' END,
       CASE WHEN closed THEN '1.1' ELSE '' END, '',
       CASE WHEN closed THEN 'Skolen følger opp som før.' ELSE '' END, child,
       CASE WHEN closed THEN bench.k('p', h) END,
       CASE WHEN j % 2 = 0 THEN bench.k('w', i) END, bench.k('p', h), bench.k('p', h),
       bench.k('u', m * 16 + u)
FROM bench.log ORDER BY id;

-- a guardian of one child in a thousand logs in
INSERT INTO children_guardianship (id, name, phone, custody, may_see, barred,
    interpreter, sign_language, easy_reading, child_id, tie, nin_index, added_at, user_id)
SELECT bench.k('g', i * 2 + n), 'Foresatt ' || i, '', true, true, false, '', false,
       false, child,
       'parent', '', now() - interval '700 days',
       CASE WHEN j % 1000 = 8 AND n = 0 THEN bench.k('gp', i) END
FROM bench.log, generate_series(0, 1) n ORDER BY 1;

-- decided ones that led to a log, and four open ones a person
INSERT INTO concerns_concern (id, label, strengths, seen, since, child_says, spoken_with,
    factors, version, opened_at, next_on, decided_at, decision, reason, child_id,
    decided_by_id, employment_id, owner_id)
SELECT bench.k('w', log.i), 'Merke', s, s, 'høsten', '', '', '{}'::varchar[], 1,
       now() - interval '720 days', bench.due(log.i, 16), now() - interval '700 days',
       'level_1', 'Vi hjelper her.', child, bench.k('p', h), bench.k('j', h),
       bench.k('p', h)
FROM bench.log JOIN bench.sentence t ON t.i = bench.r(log.i, 17, 20000)
WHERE j % 2 = 0
UNION ALL
SELECT bench.k('wo', c), 'Merke', s, s, 'i høst', '', '', '{}'::varchar[], 1, bench.ago(c, 18),
       bench.due(c, 19), NULL, '', '', NULL, NULL, bench.k('j', c / 4),
       bench.k('p', c / 4)
FROM generate_series(0, greatest(1, :logs / 2500) * 126 * 4 - 1) c
JOIN bench.sentence t ON t.i = bench.r(c, 17, 20000)
ORDER BY 1;

INSERT INTO logs_participation (id, statute, joined_at, left_at, employment_id, log_id)
SELECT bench.k('d', log.i * 4 + n), CASE WHEN n = 3 AND j % 30 = 1
           THEN 'barnevernsloven § 15-8' ELSE '' END,
       now() - interval '690 days',
       CASE WHEN n = 3 AND j % 20 = 0 THEN bench.ago(log.i, 20) END,
       bench.k('j', (ARRAY[h, c, o, q])[1 + n]), id
FROM bench.log, generate_series(0, 3) n ORDER BY 1;

-- one for each of the two services, and an earlier one that was replaced
INSERT INTO consents_consent (id, topics, limits, earlier, asked_at, expires_at,
    effective_at, ended_at, ended_how, ended_reason, asked_by_id, child_id, ended_by_id, service_id)
SELECT bench.k('f', i * 3 + n), 'Lek og språk', '', true, now() - interval '600 days',
       now() + bench.r(i, 21, 300) * interval '1 day', now() - interval '590 days',
       CASE WHEN n = 2 THEN now() - interval '580 days' END,
       CASE WHEN n = 2 THEN 'replaced' ELSE '' END, '', bench.k('p', h), child,
       CASE WHEN n = 2 THEN bench.k('p', h) END,
       bench.k('s', m * 8 + 2 + CASE WHEN n = 1 THEN sq ELSE so END)
FROM bench.log, generate_series(0, 2) n ORDER BY 1;

INSERT INTO consents_answer (id, said, how, answered_on, taken_at, reason, guardian_id,
    taken_by_id, consent_id, decided_by, from_now, turn)
SELECT bench.k('a', i * 2 + n), 'yes', 'paper', current_date - 590,
       now() - interval '590 days', '', bench.k('g', i * 2), bench.k('p', h),
       bench.k('f', i * 3 + n), '', false, 0
FROM bench.log, generate_series(0, 1) n ORDER BY 1;

-- three a log; two hundred, and longer, on two logs in a thousand
INSERT INTO logs_entry (id, kind, text, heard, written_at, version, recall_reason,
    written_by_id, log_id)
SELECT bench.k('e', e), CASE WHEN e % 9 = 0 THEN 'voice' ELSE 'note' END,
       CASE WHEN log.j % 1000 IN (7, 8) THEN s || ' ' || s ELSE s END,
       CASE WHEN e % 9 = 0 THEN '1.1' ELSE '' END,
       bench.ago(e, 22), 1, '', bench.k('p', CASE WHEN e % 2 = 0 THEN h ELSE o END), id
FROM (SELECT log.*, i * 200 + n AS e FROM bench.log,
      generate_series(0, CASE WHEN j % 1000 IN (7, 8) THEN 199 ELSE 2 END) n) log
JOIN bench.sentence t ON t.i = bench.r(e, 23, 20000)
ORDER BY 1;

INSERT INTO logs_goal (id, text, start, now, wanted, needs, next_on, version, set_at,
    result, result_text, owner_id, log_id)
SELECT bench.k('z', log.i * 2 + n), s, 3, 5, 8, '{}', bench.due(log.i, 25), 1,
       now() - interval '300 days', '', '', bench.k('p', h), id
FROM bench.log, generate_series(0, j % 2) n, bench.sentence t
WHERE t.i = bench.r(log.i * 2 + n, 26, 20000) ORDER BY 1;

INSERT INTO logs_intervention (id, text, how_we_see, done_by, starts_on, review_on,
    version, ended_at, ended_by_id, goal_id, owner_id, log_id)
SELECT bench.k('v', log.i * 2 + n), a.s, b.s, 'Skolen', current_date - 90,
       bench.due(log.i * 2 + n, 27), 1, CASE WHEN closed THEN bench.ago(log.i, 15) END,
       CASE WHEN closed THEN bench.k('p', h) END, bench.k('z', log.i * 2),
       bench.k('p', CASE WHEN n = 0 THEN h ELSE q END), id
FROM bench.log, generate_series(0, 1) n, bench.sentence a, bench.sentence b
WHERE a.i = bench.r(log.i * 2 + n, 28, 20000) AND b.i = bench.r(log.i * 2 + n, 29, 20000)
ORDER BY 1;

INSERT INTO logs_review (id, reviewed_at, effect, seen, child_view, heard,
    guardians_view, decision, next_on, intervention_id, log_id, reviewed_by_id)
SELECT bench.k('b', log.i), bench.ago(log.i, 30), 'partly', s, s, '1.1', '', 'continue',
       bench.due(log.i * 2, 27), bench.k('v', log.i * 2), id, bench.k('p', h)
FROM bench.log JOIN bench.sentence t ON t.i = bench.r(log.i, 31, 20000)
WHERE j % 2 = 1 ORDER BY 1;

INSERT INTO logs_levelchange (id, from_level, to_level, tried, how_it_went, child_view,
    heard, best_interests, decided_at, decided_by_id, log_id)
SELECT bench.k('n', log.i), 1, 1 + j % 3, s, s, s, '1.1', s, bench.ago(log.i, 32),
       bench.k('p', h), id
FROM bench.log JOIN bench.sentence t ON t.i = bench.r(log.i, 33, 20000)
WHERE j % 3 > 0 ORDER BY 1;

INSERT INTO logs_handover (id, reason, must_know, offered_at, answered_at, accepted,
    answer, offered_by_id, to_id, log_id)
SELECT bench.k('h', i), 'Ny gruppe til høsten', '', now() - interval '9 days',
       CASE WHEN j % 40 <> 1 THEN now() - interval '8 days' END,
       CASE WHEN j % 40 <> 1 THEN false END, '', bench.k('p', h), bench.k('j', c), id
FROM bench.log WHERE j % 10 = 1 ORDER BY 1;

INSERT INTO audit_event (id, subject, actor, role, via, at, action, object, details)
SELECT bench.k('x', i * 4 + n), child, bench.k('p', (ARRAY[h, c, o, q])[1 + n]), 'staff',
       'web', bench.ago(i * 4 + n, 34),
       (ARRAY['log.opened', 'child.read', 'entry.written', 'child.read'])[1 + n],
       CASE n WHEN 2 THEN bench.k('e', i * 200) WHEN 0 THEN id ELSE child END, '{}'
FROM bench.log, generate_series(0, 3) n ORDER BY 1;

-- five thousand visits to the children whose guardian logs in, over two years
INSERT INTO audit_event (id, subject, actor, role, via, at, action, object, details)
SELECT bench.k('xv', i * 5000 + n), child,
       bench.k('p', (ARRAY[h, c, o, q])[1 + bench.r(i * 5000 + n, 40, 4)]), 'staff',
       'web', bench.ago(i * 5000 + n, 41),
       (ARRAY['child.read', 'entry.written', 'log.read', 'child.searched'])[1 + n % 4],
       CASE n % 4 WHEN 1 THEN bench.k('e', i * 200 + n % 200) WHEN 2 THEN id ELSE child END,
       '{}'
FROM bench.log, generate_series(0, 4999) n WHERE j % 1000 = 8 ORDER BY 1;

INSERT INTO audit_history (id, subject, actor, role, via, at, "table", "row", after,
    hidden)
SELECT bench.k('y', i), id, bench.k('p', h), 'staff', 'web', bench.ago(i, 35),
       'logs_entry', bench.k('e', i * 200), '{"text": "Her stod noe annet."}', false
FROM bench.log WHERE j % 2 = 0 ORDER BY 1;

INSERT INTO messaging_message (id, template, ids, created_at, read_at, hat, to_id)
SELECT bench.k('q', i), 'you_are_on_a_team', '{}', bench.ago(i, 36),
       CASE WHEN i % 10 > 1 THEN now() END, 'staff', bench.k('p', i / 30)
FROM generate_series(0, greatest(1, :logs / 2500) * 126 * 30 - 1) i ORDER BY 1;

INSERT INTO accounts_user (id, password, username, name, language, phone, is_active,
    easy_words, nin_index)
SELECT bench.k('gp', i), '!', 'gp' || i, 'Foresatt ' || i, 'nb', '', true, false, ''
FROM bench.log WHERE j % 1000 = 8 ORDER BY 1;
