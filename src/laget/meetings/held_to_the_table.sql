-- Who of a family may be asked to a meeting: as in the table that says who may consent,
-- see, be invited and be told (consents/standing.toml). Also when somebody who was asked
-- before is asked again.

CREATE FUNCTION may_be_invited(log logs_log, guardian uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN (SELECT CASE WHEN guardian IS NULL THEN
        -- from when a child is heard in any case (barnelova § 31), or has a page of its
        -- own, or decides itself
        is_of_age(child.born_on, LEAST(7, place.own_page_age, place.own_consent_age))
    ELSE EXISTS (
        SELECT FROM children_guardianship theirs
        WHERE theirs.id = guardian AND theirs.child_id = log.child_id
          AND theirs.ended_at IS NULL AND theirs.may_see AND NOT theirs.barred
          AND NOT is_of_age(child.born_on, place.guardian_sight_age))
    END
    FROM children_child child
    JOIN organisation_municipality place ON place.id = child.municipality_id
    WHERE child.id = log.child_id);
END $$;

CREATE FUNCTION invitation_is_as_the_table_has_it() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    log logs_log;
BEGIN
    IF actor() IS NULL OR NEW.employment_id IS NOT NULL OR NEW.withdrawn_at IS NOT NULL
    THEN
        RETURN NEW;
    END IF;
    SELECT l.* INTO log FROM logs_log l
        JOIN meetings_meeting m ON m.log_id = l.id WHERE m.id = NEW.meeting_id;
    IF NOT COALESCE(may_be_invited(log, NEW.guardian_id), false) THEN
        PERFORM meeting_refused('invitation_is_as_the_table_has_it');
    END IF;
    RETURN NEW;
END $$;
-- named to come after `is_to_one_of_them`, which says more closely what is wrong
CREATE TRIGGER told_by_the_table BEFORE INSERT OR UPDATE OF withdrawn_at
    ON meetings_invitation
    FOR EACH ROW EXECUTE FUNCTION invitation_is_as_the_table_has_it();
