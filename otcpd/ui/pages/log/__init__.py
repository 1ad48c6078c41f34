"""The CPD log: search and filters, the list by month, and the activity that is open."""
