/**
 * A certificate for tests: of hook.example.com, rebind.example.com and 127.0.0.1, signed by itself, so trusted only where a
 * test says so.
 */
export const certificate = {
  cert: `-----BEGIN CERTIFICATE-----
MIIBxTCCAWygAwIBAgIUMoYcVsLTpBnyOUluxHpzi872s8YwCgYIKoZIzj0EAwIw
GzEZMBcGA1UEAwwQaG9vay5leGFtcGxlLmNvbTAgFw0yNjExMjEwMzIxMjBaGA8y
MTI2MTAyODAzMjEyMFowGzEZMBcGA1UEAwwQaG9vay5leGFtcGxlLmNvbTBZMBMG
ByqGSM49AgEGCCqGSM49AwEHA0IABOusPUTz71NIj9v/v09RKhN4y7LFas8/zBxK
zZRPVinoJMnljEwQJWQmA2X4Na6WuR9D8fMI3r5nW2icxcH4RP2jgYswgYgwHQYD
VR0OBBYEFPBjUipyFc4SursgttKlehXX67vxMB8GA1UdIwQYMBaAFPBjUipyFc4S
ursgttKlehXX67vxMA8GA1UdEwEB/wQFMAMBAf8wNQYDVR0RBC4wLIIQaG9vay5l
eGFtcGxlLmNvbYIScmViaW5kLmV4YW1wbGUuY29thwR/AAABMAoGCCqGSM49BAMC
A0cAMEQCIBSGpbm6QWWKqZ7V4B1ipkImzYNfUjUBRpzmo4fi6ZGfAiAmt8zYNXRi
CMxNkIJOQwz0sdLFId1aI7J/Fe2KbLqvUA==
-----END CERTIFICATE-----`,
  // Made for these tests and of no use elsewhere.
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgly6cETrKZmmyNUY+
oZbwiU7k+9hr2+51PNpKWvXeJFShRANCAATrrD1E8+9TSI/b/79PUSoTeMuyxWrP
P8wcSs2UT1Yp6CTJ5YxMECVkJgNl+DWulrkfQ/HzCN6+Z1tonMXB+ET9
-----END PRIVATE KEY-----`,
};
