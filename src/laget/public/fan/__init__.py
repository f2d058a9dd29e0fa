"""The programmes as a fan: a picture the server draws, where each blade is a link."""
