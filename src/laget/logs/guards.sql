-- What must hold in a log whoever writes to it, checked when the transaction commits.

-- An open log's holder is on its team: the baton is never on the ground.
CREATE FUNCTION log_holder_is_on_the_team() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    log logs_log;
BEGIN
    IF TG_TABLE_NAME = 'logs_log' THEN
        SELECT * INTO log FROM logs_log WHERE id = NEW.id;
    ELSE
        SELECT * INTO log FROM logs_log WHERE id = NEW.log_id;
    END IF;
    IF log.closed_at IS NULL AND NOT EXISTS (
        SELECT FROM logs_participation part
        JOIN organisation_employment job ON job.id = part.employment_id
        WHERE part.log_id = log.id AND part.left_at IS NULL
          AND job.user_id = log.holder_id)
    THEN
        RAISE EXCEPTION 'log_holder_is_on_the_team' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER holder_is_on_the_team
    AFTER INSERT OR UPDATE OF holder_id, closed_at ON logs_log
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_holder_is_on_the_team();
CREATE CONSTRAINT TRIGGER holder_is_on_the_team
    AFTER UPDATE OF left_at OR DELETE ON logs_participation
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_holder_is_on_the_team();

-- The holder changes by an accepted offer and in no other way.
CREATE FUNCTION log_is_handed_over() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.holder_id IS DISTINCT FROM OLD.holder_id AND NOT EXISTS (
        SELECT FROM logs_handover handover
        JOIN organisation_employment job ON job.id = handover.to_id
        WHERE handover.log_id = NEW.id AND handover.accepted
          AND job.user_id = NEW.holder_id AND handover.answered_at = NEW.held_since)
    THEN
        RAISE EXCEPTION 'log_is_handed_over_by_acceptance'
            USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER handed_over AFTER UPDATE OF holder_id ON logs_log
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_is_handed_over();

-- A level changes with its reasons; it is not raised before what was tried is evaluated.
CREATE FUNCTION log_level_has_reasons() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.level = OLD.level THEN
        RETURN NULL;
    END IF;
    IF NOT EXISTS (SELECT FROM logs_levelchange WHERE log_id = NEW.id
                   AND from_level = OLD.level AND to_level = NEW.level)
       OR (NEW.level > OLD.level AND EXISTS (
           SELECT FROM logs_intervention tried
           WHERE tried.log_id = NEW.id AND tried.ended_at IS NULL AND NOT EXISTS (
             SELECT FROM logs_review WHERE intervention_id = tried.id)))
    THEN
        RAISE EXCEPTION 'log_level_has_reasons' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER level_has_reasons AFTER UPDATE OF level ON logs_log
    DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION log_level_has_reasons();

-- What opens sight is guarded: the concern a log grows from is one's own; only the holder
-- says whose own task the follow-up is; a closed log stays closed.
CREATE FUNCTION log_opens_no_other_door() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF (TG_OP = 'INSERT' AND NEW.concern_id IS NOT NULL
        AND NOT NEW.concern_id = ANY (ARRAY(SELECT own_concerns())))
       OR (TG_OP = 'INSERT' AND NOT EXISTS (
           SELECT FROM organisation_employment
           WHERE user_id = actor() AND unit_id = NEW.unit_id AND ended_at IS NULL))
       OR (TG_OP = 'UPDATE' AND NEW.unit_id <> OLD.unit_id
           AND OLD.holder_id <> actor())
       OR (TG_OP = 'UPDATE' AND OLD.closed_at IS NOT NULL)
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for log'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER opens_no_other_door BEFORE INSERT OR UPDATE ON logs_log
    FOR EACH ROW EXECUTE FUNCTION log_opens_no_other_door();

-- Emergency access is stamped here: who, when, two hours, and where their work reaches.
CREATE FUNCTION emergency_stamp() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.person_id := actor();
    NEW.opened_at := clock_now();
    NEW.until := clock_now() + interval '2 hours';
    IF acting_as() IS DISTINCT FROM 'staff' OR NOT EXISTS (
        SELECT FROM children_child WHERE id = NEW.child_id
        AND municipality_id IN (SELECT * FROM served_municipalities()))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for emergency'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON logs_emergencyaccess
    FOR EACH ROW EXECUTE FUNCTION emergency_stamp();

-- What was recalled is hidden in the history too. (Runs after `remember`, by its name.)
CREATE FUNCTION entry_hide_recalled() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE audit_history SET hidden = true WHERE "row" = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER then_hide_recalled AFTER UPDATE OF recalled_at ON logs_entry
    FOR EACH ROW WHEN (NEW.recalled_at IS NOT NULL)
    EXECUTE FUNCTION entry_hide_recalled();

-- Words to search for, kept beside the text; Norwegian stems, and no RETURNING in Django.
ALTER TABLE logs_entry ADD COLUMN search tsvector
    GENERATED ALWAYS AS (to_tsvector('norwegian', text)) STORED;
ALTER TABLE logs_goal ADD COLUMN search tsvector
    GENERATED ALWAYS AS (to_tsvector('norwegian', text)) STORED;
ALTER TABLE logs_intervention ADD COLUMN search tsvector
    GENERATED ALWAYS AS (to_tsvector('norwegian', text || ' ' || how_we_see)) STORED;
