#![doc = "See ARCHITECTURE.md."]
