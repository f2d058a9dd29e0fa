-- What somebody in the family needs to understand: said by themselves, or written down
-- by those who keep the registration. Who and when is never for the writer to say.

CREATE FUNCTION needs_are_signed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF TG_OP = 'INSERT' THEN
        IF NEW.interpreter <> '' OR NEW.sign_language OR NEW.easy_reading THEN
            NEW.needs_by_id := actor();
            NEW.needs_at := clock_now();
        END IF;
        RETURN NEW;
    END IF;
    IF (NEW.interpreter, NEW.sign_language, NEW.easy_reading)
       IS DISTINCT FROM (OLD.interpreter, OLD.sign_language, OLD.easy_reading) THEN
        NEW.needs_by_id := actor();
        NEW.needs_at := clock_now();
    ELSE
        NEW.needs_by_id := OLD.needs_by_id;
        NEW.needs_at := OLD.needs_at;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER needs_are_signed BEFORE INSERT OR UPDATE ON children_guardianship
    FOR EACH ROW EXECUTE FUNCTION needs_are_signed();
CREATE TRIGGER needs_are_signed BEFORE INSERT OR UPDATE ON children_child
    FOR EACH ROW EXECUTE FUNCTION needs_are_signed();

-- From home one writes what one needs, and nothing else of what is registered: not one's
-- number, not one's tie to the child, not the child's address.
CREATE FUNCTION family_writes_needs_alone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    theirs text[] := ARRAY['interpreter', 'sign_language', 'easy_reading',
                           'needs_by_id', 'needs_at'];
BEGIN
    IF acting_as() IN ('family', 'guest') AND current_user = 'laget_app'
       AND to_jsonb(NEW) - theirs <> to_jsonb(OLD) - theirs THEN
        RAISE EXCEPTION 'family_writes_needs_alone' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER writes_needs_alone BEFORE UPDATE ON children_guardianship
    FOR EACH ROW EXECUTE FUNCTION family_writes_needs_alone();
CREATE TRIGGER writes_needs_alone BEFORE UPDATE ON children_child
    FOR EACH ROW EXECUTE FUNCTION family_writes_needs_alone();
