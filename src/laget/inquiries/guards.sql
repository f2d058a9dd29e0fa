-- What a family wonders about is asked in its own place, answered once, and by nobody
-- whom it is about.
CREATE FUNCTION inquiry_arrives() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    NEW.asked_at := clock_now();
    IF NEW.answered_at IS NOT NULL OR NEW.answered_by_id IS NOT NULL
       OR NEW.answer <> '' OR NEW.changed IS NOT NULL OR NEW.answer_by < today()
       OR NOT EXISTS (SELECT FROM children_child child
                      WHERE child.id = NEW.child_id
                        AND child.municipality_id = NEW.municipality_id)
    THEN
        PERFORM refused_by_policy('inquiry');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER arrives BEFORE INSERT ON inquiries_inquiry
    FOR EACH ROW EXECUTE FUNCTION inquiry_arrives();

CREATE FUNCTION inquiry_is_answered_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF OLD.answered_at IS NOT NULL OR NEW.answered_at IS NULL
       OR NEW.answered_by_id IS DISTINCT FROM actor()
       OR actor() IS NOT DISTINCT FROM OLD.person
       OR (NEW.kind = 'correction') <> (NEW.changed IS NOT NULL)
    THEN
        PERFORM refused_by_policy('inquiry');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answered_once BEFORE UPDATE ON inquiries_inquiry
    FOR EACH ROW EXECUTE FUNCTION inquiry_is_answered_once();

-- Open ones that nobody who works today may answer: how many, for those who administer
-- the municipality and must find somebody. Nothing about whom or what.
CREATE FUNCTION unwatched_inquiries() RETURNS TABLE (municipality_id uuid, many bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
    SELECT inquiry.municipality_id, count(*) FROM inquiries_inquiry inquiry
    WHERE inquiry.answered_at IS NULL
      AND inquiry.municipality_id = ANY (ARRAY(SELECT * FROM administered()))
      AND NOT EXISTS (
        SELECT FROM organisation_appointment trusted
        JOIN organisation_employment job
          ON job.user_id = trusted.user_id AND job.ended_at IS NULL
        WHERE trusted.municipality_id = inquiry.municipality_id
          AND trusted.trust = 'privacy' AND trusted.ended_at IS NULL
          AND trusted.user_id IS DISTINCT FROM inquiry.person)
      AND NOT (inquiry.kind = 'correction' AND EXISTS (
        SELECT FROM logs_log log
        WHERE log.child_id = inquiry.child_id AND log.closed_at IS NULL))
    GROUP BY 1;
END $$;
