"""Jobs of a killed worker are taken up again; each minute, people are told."""

from procrastinate.contrib.django import app

from laget.messaging.round import go_round

SILENT = 60  # seconds without a heartbeat


@app.periodic(cron="* * * * *")
@app.task(name="retry_stalled", queueing_lock="retry_stalled", pass_context=False)
async def retry_stalled(timestamp: int = 0) -> None:
    """Every job may run twice, so what was begun and never ended is run again."""
    jobs = app.job_manager
    for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=SILENT):
        await jobs.retry_job(job)


@app.periodic(cron="* * * * *")
@app.task(name="tell_everyone", queueing_lock="tell_everyone", lock="tell_everyone")
def tell_everyone(timestamp: int = 0) -> None:
    """Whoever has something new is told, outside the house, that there is something."""
    go_round()
