-- Whether all who must answer have: the very question of `rules.state`, asked of every
-- row. The family sees neither who is barred from contact nor who is excused, so what
-- one may see can never decide it.
CREATE FUNCTION consent_is_complete(consent uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN COALESCE((
        WITH asked AS (
            SELECT child.id,
                   is_of_age(child.born_on, place.own_consent_age) AS decides_alone
            FROM consents_consent question
            JOIN children_child child ON child.id = question.child_id
            JOIN organisation_municipality place ON place.id = child.municipality_id
            WHERE question.id = consent
        ), needed AS (
            SELECT NULL::uuid AS guardian FROM asked WHERE decides_alone
          UNION ALL
            SELECT theirs.id FROM asked
            JOIN children_guardianship theirs ON theirs.child_id = asked.id
            WHERE NOT decides_alone AND theirs.custody AND theirs.ended_at IS NULL
        ), latest AS (
            SELECT DISTINCT ON (guardian_id) guardian_id, said FROM consents_answer
            WHERE consent_id = consent ORDER BY guardian_id, turn DESC
        )
        SELECT bool_and(COALESCE(latest.said IN ('yes', 'excused'), false))
               AND bool_or(COALESCE(latest.said = 'yes', false))
        FROM needed
        LEFT JOIN latest ON latest.guardian_id IS NOT DISTINCT FROM needed.guardian
    ), false);
END $$;

-- A consent begins to stand when all who must answer have said yes, and as narrow as
-- the narrowest yes. What stands already goes on standing: see `rules.standing`.
CREATE OR REPLACE FUNCTION consent_must_be_given() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.effective_at IS NOT NULL
       AND (TG_OP = 'INSERT' OR OLD.effective_at IS NULL)
       AND (NOT consent_is_complete(NEW.id) OR EXISTS (
            SELECT FROM (
                SELECT DISTINCT ON (guardian_id) said, from_now, until
                FROM consents_answer WHERE consent_id = NEW.id
                ORDER BY guardian_id, turn DESC) latest
            WHERE said = 'yes' AND (
                from_now AND NEW.earlier
                OR NEW.expires_at >
                   (until + 1)::timestamp AT TIME ZONE 'Europe/Oslo')))
    THEN
        RAISE EXCEPTION 'consent_stands_by_answers' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;

-- What a family has been asked is never made wider afterwards, by anyone.
CREATE FUNCTION consent_is_only_narrowed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF (NEW.earlier AND NOT OLD.earlier) OR NEW.expires_at > OLD.expires_at THEN
        RAISE EXCEPTION 'consent_is_only_narrowed' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_narrowed BEFORE UPDATE OF earlier, expires_at ON consents_consent
    FOR EACH ROW EXECUTE FUNCTION consent_is_only_narrowed();

-- At home one answers for oneself, in the portal, yes or no, to what is asked now.
-- At work one writes down what was said or signed, and never answers in the portal.
CREATE FUNCTION family_answers_for_itself() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF acting_as() = 'staff' AND NEW.how = 'portal' THEN
        RAISE EXCEPTION 'family_answers_for_itself' USING ERRCODE = 'check_violation';
    END IF;
    IF acting_as() = 'family' AND NOT (
        NEW.how = 'portal' AND NEW.said IN ('yes', 'no') AND NEW.taken_by_id = actor()
        AND NEW.reason = '' AND NEW.decided_by = '' AND NEW.answered_on = today()
        AND EXISTS (
            SELECT FROM consents_consent asked
            JOIN children_child child ON child.id = asked.child_id
            JOIN organisation_municipality place ON place.id = child.municipality_id
            WHERE asked.id = NEW.consent_id AND asked.ended_at IS NULL
              AND asked.expires_at > clock_now()
              AND CASE WHEN NEW.guardian_id IS NULL
                  THEN is_of_age(child.born_on, place.own_consent_age)
                       AND child.id IN (SELECT * FROM own_page())
                  ELSE NOT is_of_age(child.born_on, place.own_consent_age)
                       AND EXISTS (
                           SELECT FROM children_guardianship mine
                           WHERE mine.id = NEW.guardian_id AND mine.custody
                             AND mine.child_id = child.id
                             AND mine.id IN (SELECT * FROM own_guardianships()))
                  END))
    THEN
        RAISE EXCEPTION 'family_answers_for_itself' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answers_for_itself BEFORE INSERT ON consents_answer
    FOR EACH ROW EXECUTE FUNCTION family_answers_for_itself();

-- At home one ends what stands by taking it back, in one's own name and without having
-- to say why; what it replaces ends with it.
CREATE FUNCTION family_takes_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF acting_as() = 'family' AND (
        NEW.ended_reason <> OLD.ended_reason
        OR NEW.ended_at IS NOT NULL AND NOT (
            NEW.ended_by_id = actor()
            AND (NEW.ended_how = 'withdrawn' AND OLD.effective_at IS NOT NULL
                 OR NEW.ended_how = 'replaced' AND EXISTS (
                    SELECT FROM consents_consent other
                    WHERE other.child_id = NEW.child_id AND other.id <> NEW.id
                      AND other.service_id = NEW.service_id
                      AND other.effective_at IS NOT NULL AND other.ended_at IS NULL))))
    THEN
        RAISE EXCEPTION 'family_takes_back' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER family_takes_back BEFORE UPDATE ON consents_consent
    FOR EACH ROW EXECUTE FUNCTION family_takes_back();
