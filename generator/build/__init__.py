"""The stages composed. It decides in which order and with what means they run, and knows nothing of what they do."""
