"""What earlier runs found out, by what it depends on. It may always be deleted; anything odd in it is as if it were not there."""
