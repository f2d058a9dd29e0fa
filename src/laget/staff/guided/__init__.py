"""The municipality's action guide beside the work, whatever its guide looks like."""
