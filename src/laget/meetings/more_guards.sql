-- A guest is let in to no form that is not for all at home: they are told that somebody
-- is let in, and would not find to what. Who it is for, `access/seeing.sql` says.
CREATE FUNCTION seat_is_for_all_at_home() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF actor() IS NOT NULL AND NEW.paper_id IS NOT NULL
       AND NOT is_for_all_at_home(NEW.paper_id) THEN
        PERFORM meeting_refused('seat_is_for_one_thing_of_this_child');
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER is_for_all_at_home BEFORE INSERT ON meetings_seat
    FOR EACH ROW EXECUTE FUNCTION seat_is_for_all_at_home();
