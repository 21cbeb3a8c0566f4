"""Settings by place: dev, test and production, all built on base."""
