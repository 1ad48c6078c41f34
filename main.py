"""Run otcpd from a checkout: `python main.py …` is `otcpd …`."""

from otcpd.app import main

if __name__ == "__main__":
    main()
