"""The response cache: public pages are kept until content or clock change what they say."""
