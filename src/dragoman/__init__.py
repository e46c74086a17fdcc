"""Reads diplomatic and conflict dispatches and keeps the ledger of a crisis."""
