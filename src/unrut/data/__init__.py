"""Reference data shipped with the package: plan templates and the like, read and never written."""
