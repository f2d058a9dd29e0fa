-- A draft is its writer's alone, also in the books: what became of it is kept under the
-- form's own key, which nobody reads but the owner of the database.
DROP TRIGGER remember ON forms_filled;
CREATE TRIGGER remember AFTER INSERT OR UPDATE OR DELETE ON forms_filled
    FOR EACH ROW EXECUTE FUNCTION audit_remember('id');
DROP TRIGGER remember ON forms_part;
CREATE TRIGGER remember AFTER INSERT OR UPDATE OR DELETE ON forms_part
    FOR EACH ROW EXECUTE FUNCTION audit_remember('filled_id');

-- What is finished, or thrown away, is never changed.
CREATE FUNCTION form_is_locked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.finished_at IS NOT NULL OR OLD.thrown_at IS NOT NULL THEN
        RAISE EXCEPTION 'form_is_locked' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER locked BEFORE UPDATE ON forms_filled
    FOR EACH ROW EXECUTE FUNCTION form_is_locked();

-- A correction is made by whoever wrote what it corrects, and in the same place.
CREATE FUNCTION form_corrects_its_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.replaces_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM forms_filled WHERE id = NEW.replaces_id AND place = NEW.place
          AND written_by_id = NEW.written_by_id AND finished_at IS NOT NULL)
    THEN
        RAISE EXCEPTION 'form_corrects_its_own' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER corrects BEFORE INSERT ON forms_filled
    FOR EACH ROW EXECUTE FUNCTION form_corrects_its_own();

-- The answers go with their form: written by its writer while it is a draft, then laid
-- in its place and nowhere else; what is for the writer alone is laid nowhere.
CREATE FUNCTION form_part_goes_with_its_form() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    form forms_filled;
BEGIN
    SELECT * INTO form FROM forms_filled WHERE id = NEW.filled_id;
    IF form.id IS NULL OR form.written_by_id IS DISTINCT FROM actor() THEN
        RAISE EXCEPTION 'new row violates row-level security policy for forms_part'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    IF form.finished_at IS NOT NULL OR form.thrown_at IS NOT NULL THEN
        RAISE EXCEPTION 'form_is_locked' USING ERRCODE = 'check_violation';
    END IF;
    IF NEW.seen_with IS DISTINCT FROM form.written_by_id
       AND (NEW.readers = 'writer' OR NEW.seen_with IS DISTINCT FROM form.place) THEN
        RAISE EXCEPTION 'form_part_goes_with_its_form' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER goes_with_its_form BEFORE INSERT OR UPDATE ON forms_part
    FOR EACH ROW EXECUTE FUNCTION form_part_goes_with_its_form();
