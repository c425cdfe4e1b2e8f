# The image of the Statehouse server, for SQLite, PostgreSQL and MariaDB. docs/deployment.md says how to run it.
#
#   docker build --tag statehouse .
#
# Podman and Buildah build it too. No part of it needs the network except Debian's packages and the crates.

ARG RUST_VERSION=1.95
ARG DEBIAN_RELEASE=bookworm

FROM rust:${RUST_VERSION}-slim-${DEBIAN_RELEASE} AS build
# make and perl build the OpenSSL inside the program; libmariadb is linked.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libmariadb-dev make perl pkg-config \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /statehouse
COPY . .
# What was compiled once is not compiled again for a change elsewhere: both folders outlive the build. They are no part of
# the image, so the program is copied out of them.
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/statehouse/target \
    cargo build --locked --release --package statehouse --features mysql \
    && install --mode=0755 target/release/statehouse /usr/local/bin/statehouse
# The names of functions stay for backtraces; what a debugger reads besides is three quarters of the file.
RUN strip --strip-debug /usr/local/bin/statehouse

FROM debian:${DEBIAN_RELEASE}-slim
# The authorities that sign the certificates of database servers, and the client library of MariaDB.
RUN apt-get update \
    && apt-get install --yes --no-install-recommends ca-certificates libmariadb3 \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --mode=0700 --owner=10001 --group=10001 /var/lib/statehouse
COPY --from=build /usr/local/bin/statehouse /usr/local/bin/statehouse
# A number, so that Kubernetes can tell that it is not root.
USER 10001:10001
# The only folder that is written to, and only for SQLite: its database and key are made in the working directory.
WORKDIR /var/lib/statehouse
# Whoever starts a container decides who reaches it. `--auth none` is not set here: it is for them to say.
ENV STATEHOUSE_LISTEN=0.0.0.0:1789
EXPOSE 1789
HEALTHCHECK --interval=5s --timeout=10s --start-period=1m --retries=3 CMD ["statehouse", "healthcheck"]
ENTRYPOINT ["statehouse"]
CMD ["serve"]
