"""Groups, findings and disclosure. Results are private: see SECURITY.md."""
