"""zhengming (正名): right names and right sources for Chinese/English medical writing."""

__version__ = "0.1.0"
