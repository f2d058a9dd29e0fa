-- Who may change what opens sight, or decides whose a log is: said once more, under the
-- rules of the pages, for whatever statement may come.

-- Only the holder changes a log; the one who accepts it changes the holder alone. A log
-- brings with it only a concern of the opener's own, about this child.
CREATE FUNCTION log_is_changed_by_its_holder() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF (TG_OP = 'UPDATE' AND OLD.holder_id <> actor()
        AND (NEW.holder_id <> actor()
             OR to_jsonb(NEW) - 'holder_id' - 'held_since'
                <> to_jsonb(OLD) - 'holder_id' - 'held_since'))
       OR (TG_OP = 'INSERT' AND NEW.concern_id IS NOT NULL AND NOT EXISTS (
           SELECT FROM concerns_concern
           WHERE id = NEW.concern_id AND child_id = NEW.child_id
             AND owner_id = actor()))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for log'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER changed_by_its_holder BEFORE INSERT OR UPDATE ON logs_log
    FOR EACH ROW EXECUTE FUNCTION log_is_changed_by_its_holder();

-- An offer is answered once: with yes by the one who was asked and nobody else.
CREATE FUNCTION handover_is_answered_by_the_asked() RETURNS trigger
LANGUAGE plpgsql AS $$
DECLARE
    is_asked boolean;
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    is_asked := EXISTS (SELECT FROM organisation_employment
                        WHERE id = NEW.to_id AND user_id = actor());
    IF OLD.answered_at IS NOT NULL
       OR (NEW.accepted AND NOT is_asked)
       OR NOT (is_asked OR NEW.offered_by_id = actor()
               OR NEW.log_id = ANY (ARRAY(SELECT offerable_logs())))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for handover'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER answered_by_the_asked BEFORE UPDATE ON logs_handover
    FOR EACH ROW EXECUTE FUNCTION handover_is_answered_by_the_asked();

-- Who has left the team is not brought back by a stroke of the pen; each leaves by
-- themselves or is taken off by the holder.
CREATE FUNCTION participation_ends_once() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NOT NULL AND (
        OLD.left_at IS NOT NULL
        OR NOT (NEW.log_id = ANY (ARRAY(SELECT held_logs()))
                OR EXISTS (SELECT FROM organisation_employment
                           WHERE id = NEW.employment_id AND user_id = actor())))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for participation'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER ends_once BEFORE UPDATE ON logs_participation
    FOR EACH ROW EXECUTE FUNCTION participation_ends_once();

-- Nobody opens the emergency door to a child of their own, or to themselves: as family
-- one sees what family may see, and one who is barred sees nothing.
CREATE FUNCTION emergency_is_for_others() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM children_guardianship
               WHERE child_id = NEW.child_id AND user_id = actor())
       OR EXISTS (SELECT FROM children_child
                  WHERE id = NEW.child_id AND account_id = actor())
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for emergency'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER then_for_others BEFORE INSERT ON logs_emergencyaccess
    FOR EACH ROW EXECUTE FUNCTION emergency_is_for_others();
