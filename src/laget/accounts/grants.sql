-- What the application may write of log-ins. Who may see a child is not told here: that
-- is access/seeing.sql alone. Applied after it, by laget.entrance.
GRANT INSERT, UPDATE, DELETE ON accounts_session TO laget_app;
GRANT INSERT, DELETE ON accounts_kept, accounts_spenttoken TO laget_app;
GRANT INSERT ON accounts_identity TO laget_app;
