"""The local site: pages that read without a script, the same as JSON and CSV, and a public interface."""

from .access import Access
from .app import create, hosts_of
from .site import Site

__all__ = ["Access", "Site", "create", "hosts_of"]
