inspect
samples/titanium-mill/README.md
README.md
