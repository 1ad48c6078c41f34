"""`python -m otcpd …` is `otcpd …`."""

from otcpd.app import main

if __name__ == "__main__":
    main()
