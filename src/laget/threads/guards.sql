-- What must hold in a conversation whoever writes to it.

-- Those of the family who are in it: the child's own, who may see, named before the first
-- word is written and never afterwards. (SECURITY DEFINER: of the family, the one who
-- begins does not see the conversation until they are in it.)
CREATE FUNCTION party_is_of_the_family() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF EXISTS (SELECT FROM threads_post WHERE thread_id = NEW.thread_id)
       OR NOT EXISTS (
           SELECT FROM threads_thread thread
           JOIN logs_log log ON log.id = thread.log_id
           JOIN children_child child ON child.id = log.child_id
           JOIN organisation_municipality place ON place.id = child.municipality_id
           LEFT JOIN children_guardianship guardian ON guardian.id = NEW.guardian_id
           WHERE thread.id = NEW.thread_id AND (
               NEW.guardian_id IS NULL AND is_of_age(child.born_on, place.own_page_age)
               OR guardian.child_id = child.id AND guardian.ended_at IS NULL
                  AND guardian.may_see AND NOT guardian.barred
                  AND NOT is_of_age(child.born_on, place.guardian_sight_age)))
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for party'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER of_the_family BEFORE INSERT ON threads_party
    FOR EACH ROW EXECUTE FUNCTION party_is_of_the_family();

-- A message is written with the hat one wears, to somebody, while the log is open; and it
-- is not taken back before it is there.
CREATE FUNCTION post_is_written_with_ones_hat() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF actor() IS NULL THEN
        RETURN NEW;
    END IF;
    IF NEW.as_family <> (acting_as() = 'family') OR NEW.recalled_at IS NOT NULL
       OR NOT EXISTS (SELECT FROM threads_party WHERE thread_id = NEW.thread_id)
       OR NOT EXISTS (
           SELECT FROM threads_thread thread JOIN logs_log log ON log.id = thread.log_id
           WHERE thread.id = NEW.thread_id AND log.closed_at IS NULL)
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for post'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    NEW.at := clock_exact();
    RETURN NEW;
END $$;
CREATE TRIGGER written_with_ones_hat BEFORE INSERT ON threads_post
    FOR EACH ROW EXECUTE FUNCTION post_is_written_with_ones_hat();

-- Words that are sent change to none, once, and in no other way.
CREATE FUNCTION post_is_only_taken_back() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.recalled_at IS NOT NULL OR NEW.recalled_at IS NULL OR NEW.text <> ''
       OR to_jsonb(NEW) - 'text' - 'recalled_at'
          <> to_jsonb(OLD) - 'text' - 'recalled_at'
       OR actor() IS NOT NULL AND OLD.as_family <> (acting_as() = 'family')
    THEN
        RAISE EXCEPTION 'new row violates row-level security policy for post'
            USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER only_taken_back BEFORE UPDATE ON threads_post
    FOR EACH ROW EXECUTE FUNCTION post_is_only_taken_back();

-- What was taken back is hidden in the history too. (Runs after `remember`, by its name.)
CREATE FUNCTION post_hide_recalled() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE audit_history SET hidden = true WHERE "row" = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER then_hide_recalled AFTER UPDATE OF recalled_at ON threads_post
    FOR EACH ROW WHEN (NEW.recalled_at IS NOT NULL)
    EXECUTE FUNCTION post_hide_recalled();

-- Who has read it, is themselves, now.
CREATE FUNCTION receipt_is_stamped() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.read_at := clock_now();
    RETURN NEW;
END $$;
CREATE TRIGGER is_stamped BEFORE INSERT ON threads_receipt
    FOR EACH ROW EXECUTE FUNCTION receipt_is_stamped();
