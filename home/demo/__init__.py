"""The demo region: what its data files say, put into the database by `load_demo`.

Whatever it makes has a key derived from a code in the files, so that loading again finds it.
"""
