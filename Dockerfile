# newsfacts with its model and its readers of HTML, PDF, Word, mail, feeds, WARC, Parquet and DuckDB.
#
#   docker build -t newsfacts .
#   docker run --rm -v "$PWD:/data" --user "$(id -u):$(id -g)" newsfacts extract articles -o records.jsonl
#
# The model is a dependency, so it is in the image, and a container needs no network.

FROM python:3.12-slim AS build
WORKDIR /build
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY src src
RUN python -m venv /opt/newsfacts \
 && /opt/newsfacts/bin/pip install --no-cache-dir -c constraints.txt ".[all]"

FROM python:3.12-slim
COPY --from=build /opt/newsfacts /opt/newsfacts
ENV PATH="/opt/newsfacts/bin:$PATH" PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
RUN useradd --create-home --uid 10001 newsfacts \
 && install --directory --owner=newsfacts --group=newsfacts /data
USER newsfacts
WORKDIR /data
RUN echo "Police arrested 12 suspects in Ayr." | newsfacts extract - | grep --quiet '"value":12'
ENTRYPOINT ["newsfacts"]
CMD ["--help"]
