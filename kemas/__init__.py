"""Makes what is handed out: the folder that a colleague unpacks on a PC without the internet."""
